using System.IO.Compression;
using Plotly.NET;

namespace DropoutLessons;

/// <summary>Carries the chart library into a page that may have no network: once per process, packed.</summary>
/// <remarks>The library is the plotly.js that Plotly.NET embeds; nothing is fetched and nothing is vendored.</remarks>
internal static class PlotlyLibrary
{
    private static readonly Lock s_lock = new();
    private static string? s_carrier;

    /// <summary>Returns the script that unpacks the library, or nothing when another picture carries it.</summary>
    /// <param name="picture">identity of the picture about to be written</param>
    /// <remarks>The picture that carried it carries it again: running its cell anew replaces the output the library was in.</remarks>
    public static string ScriptFor(string picture)
    {
        lock (s_lock)
        {
            s_carrier ??= picture;
            return s_carrier == picture ? $"<script>{Resource.Text("live-chart.js")}\n{Resource.Text("load-library.js").Replace("@LIBRARY@", Packed(), StringComparison.Ordinal)}</script>" : "";
        }
    }

    private static string Packed()
    {
        var assembly = typeof(GenericChart).Assembly;
        string name = assembly.GetManifestResourceNames().Single(resource => resource.EndsWith(".min.js", StringComparison.Ordinal));
        using var library = assembly.GetManifestResourceStream(name)!;
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            library.CopyTo(gzip);
        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }
}
