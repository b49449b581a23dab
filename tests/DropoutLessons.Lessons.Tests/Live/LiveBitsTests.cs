using System.Security.Cryptography;
using System.Text.Json;
using DropoutLessons.Cli.Parity;

namespace DropoutLessons.Lessons.Tests;

/// <summary>Compares what the live controls' script computes, in a real browser, with what JAX computed.</summary>
public sealed class LiveBitsTests
{
    // Arrays come back as the bytes of their elements, little-endian.
    private const string Compute = """
        cases => {
          const kit = Object.values(window.dropoutLessonsLive)[0];
          const elements = { tenths: i => Math.fround(0.1 * (i + 1)), weyl: i => ((Math.imul(i, 2654435761) >>> 8) - 8388608) / 2097152 };
          const base64 = view => { let text = ''; const bytes = new Uint8Array(view.buffer); for (let i = 0; i < bytes.length; i += 32768) text += String.fromCharCode(...bytes.subarray(i, i + 32768)); return btoa(text); };
          return cases.map(one => {
            if (one.op === 'bernoulli') return base64(Uint8Array.from(kit.bernoulli(one.key, Number(one.p), one.size, one.partitionable)));
            if (one.op === 'uniform') return base64(Float32Array.from(kit.bits(one.key, one.size, one.partitionable), kit.uniform));
            if (one.op === 'fold_in') return base64(Uint32Array.from(kit.foldIn(one.key, Number(one.data))));
            const x = one.x || Array.from({ length: one.size }, (_, i) => elements[one.gen](one.start + i));
            return base64(Float32Array.from(kit.forward(Number(one.seed), 0, x.map(Number), Number(one.rate), Number(one.deterministic), one.era)));
          });
        }
        """;

    private static readonly string[] s_files = ["random.jsonl", "dropout_forward.jsonl"];

    [Fact]
    public async Task The_page_computes_the_bits_of_JAX()
    {
        var rows = Directory.GetDirectories(TestFiles.At("tests", "golden")).Order().SelectMany(Rows).ToArray();
        await using var browser = await Browser.StartAsync();
        var page = await browser.PageAsync();
        await page.AddScriptTagAsync(new() { Content = LiveScript.Code });

        var wrong = new List<string>();
        foreach (var part in rows.Chunk(200))
        {
            string[] results = await page.EvaluateAsync<string[]>(Compute, part.Select(row => row.Case));
            wrong.AddRange(part.Zip(results).Where(pair => !IsEqual(pair.First.Expected, Convert.FromBase64String(pair.Second))).Select(pair => pair.First.Id));
        }

        Assert.Empty(wrong);
        Assert.True(rows.Count(row => row.IsMask) >= 1300, $"{rows.Count(row => row.IsMask)} masks");
        Assert.True(rows.Length >= 1500, $"{rows.Length} cases");
    }

    private static IEnumerable<Row> Rows(string folder)
    {
        string jax = Path.GetFileName(folder).Split('_')[0]["jax-".Length..], era = string.Join('.', jax.Split('.').Take(2));
        foreach (string line in s_files.SelectMany(file => File.ReadLines(Path.Combine(folder, file))))
        {
            var row = JsonDocument.Parse(line).RootElement;
            var (input, output) = (row.GetProperty("in"), row.GetProperty("out"));
            string id = $"{jax} {row.GetProperty("id")}";
            if (output.Optional("error") is not null || input.Optional("mode") is not null)
                continue;
            string op = row.GetProperty("op").GetString()!;
            if (op == "dropout_forward")
                yield return new(id, Forward(input, era), output.GetProperty("y"), IsMask: true);
            if (op is "bernoulli" or "uniform" or "fold_in")
                yield return new(id, Draw(input, op), op == "fold_in" ? output.GetProperty("key") : output.EnumerateObject().Single().Value, op == "bernoulli");
        }
    }

    private static Dictionary<string, object?> Draw(JsonElement input, string op) => new()
    {
        ["op"] = op,
        ["key"] = input.GetProperty("key").EnumerateArray().Select(word => (double)word.GetUInt32()).ToArray(),
        ["p"] = Plain(input.Optional("p")),
        ["data"] = Plain(input.Optional("data")),
        ["size"] = input.Optional("shape")?.Ints().Size() ?? 0,
        ["partitionable"] = input.Optional("partitionable")?.GetBoolean(),
    };

    private static Dictionary<string, object?> Forward(JsonElement input, string era)
    {
        var x = input.GetProperty("x");
        return new()
        {
            ["op"] = "dropout_forward",
            ["seed"] = Math.Truncate(input.GetProperty("seed").Number()).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
            ["rate"] = Plain(input.GetProperty("rate")),
            ["deterministic"] = Plain(input.GetProperty("deterministic")),
            ["era"] = era,
            ["size"] = x.GetProperty("shape").Ints().Size(),
            ["gen"] = x.Optional("gen")?.GetString(),
            ["start"] = (double)(x.Optional("start")?.GetInt64() ?? 0),
            ["x"] = x.Optional("hex") is null ? null : x.Tensor().Values.Select(value => float.IsInfinity(value) ? (value > 0 ? "Infinity" : "-Infinity") : value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)).ToArray(),
        };
    }

    // Python's words for numbers, as JavaScript's Number() reads them.
    private static string? Plain(JsonElement? value) => value?.ToString() switch { "inf" => "Infinity", "-inf" => "-Infinity", "nan" => "NaN", var text => text };

    private static bool IsEqual(JsonElement expected, byte[] bytes)
    {
        if (expected.ValueKind == JsonValueKind.Array)
            return MemoryExtensions.SequenceEqual<byte>(expected.EnumerateArray().SelectMany(word => BitConverter.GetBytes(word.GetUInt32())).ToArray(), bytes);
        if (expected.Optional("bits") is { } bits)
            return bits.GetString() == string.Concat(bytes.Select(coin => coin == 1 ? '1' : '0'));
        if (expected.Optional("sha256") is { } sha)
            return sha.GetString() == Convert.ToHexStringLower(SHA256.HashData(bytes));
        return expected.GetProperty("hex").GetString() == string.Concat(bytes.Chunk(4).Select(word => Canonical(BitConverter.ToUInt32(word)).ToString("x8", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static uint Canonical(uint word) => float.IsNaN(BitConverter.UInt32BitsToSingle(word)) ? 0x7fc00000 : word;

    private sealed record Row(string Id, Dictionary<string, object?> Case, JsonElement Expected, bool IsMask);
}
