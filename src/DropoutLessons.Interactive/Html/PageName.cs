using System.Security.Cryptography;
using System.Text;

namespace DropoutLessons;

/// <summary>Names elements of a page after what they show.</summary>
internal static class PageName
{
    private static readonly Lock s_lock = new();
    private static readonly Dictionary<string, int> s_written = [];

    /// <summary>Makes a name from content and a number: the same content twice in one page needs two names, and equal runs still give equal bytes.</summary>
    public static string Next(string content)
    {
        string hash = Hash(content);
        lock (s_lock)
        {
            s_written[hash] = s_written.GetValueOrDefault(hash) + 1;
            return $"dl-{hash}-{s_written[hash]}";
        }
    }

    /// <summary>Computes twelve letters that tell contents apart.</summary>
    public static string Hash(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..12];
}
