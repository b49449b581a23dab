using System.Security.Cryptography;
using DropoutLessons.Grading;

namespace DropoutLessons.Cli.Grading;

/// <summary>Says how submissions are graded.</summary>
internal sealed record GradingOptions
{
    /// <summary>What each submission may use.</summary>
    public ResourceLimits Limits { get; init; } = new();

    /// <summary>The exercise; null: found out from each submission.</summary>
    public Exercise? Exercise { get; init; }

    /// <summary>Where hidden probes are drawn from; null: public probes alone.</summary>
    public Secret? Secret { get; init; }

    /// <summary>Identifies the secret without giving it away; empty without one.</summary>
    public string SecretMark { get; init; } = "";

    /// <summary>Which valid try this is, from 1; later tries open more hints.</summary>
    public int Tries { get; init; } = 1;

    /// <summary>Takes the secret from a file.</summary>
    /// <exception cref="UnusableInputException">The file cannot be read, or holds too little to be a secret.</exception>
    public GradingOptions WithSecret(string file)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(file);
            return this with { Secret = new(bytes), SecretMark = Convert.ToHexString(SHA256.HashData(bytes)) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UnusableInputException($"The secret {file} cannot be used: {e.Message}", e);
        }
    }
}
