namespace DropoutLessons.Cli.Tests.Classroom;

/// <summary>Lists what learners hand in to a service, by name.</summary>
internal static class Answers
{
    public static string Read(string kind, string file) => File.ReadAllText(TestFiles.At("tests", "submissions", kind, file));

    public static string Right => Read("right", "loop.cs");

    /// <summary>The text of an answer; <paramref name="root"/> is where a hostile one looks for the service's files.</summary>
    public static string Of(string name, string root) => name switch
    {
        "right" => Right,
        "wrong" => Read("wrong", "sampled-with-rate.cs"),
        "stub" => Read("unfinished", "not-solved.cs"),
        "broken" => Read("unusable", "does-not-compile.cs"),
        "forges-a-verdict" => Read("hostile", "prints-a-verdict.cs"),
        "exits-with-0" => Read("hostile", "exits-with-0.cs"),
        "takes-secret-and-result" => Thief(root),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such answer"),
    };

    // Writes the result itself, also after the grader is done, and tells what it reads by way of its exception.
    private static string Thief(string root) => $$$"""
        float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
        {
            string root = @"{{{root}}}", forged = "{\"gradable\": true, \"score\": 1, \"tests\": []}", seen = "";
            foreach (string name in new[] { "results", "results/results.json", "results/unfinished.json" })
                try { System.IO.File.WriteAllText(root + "/" + name, forged); seen += "WROTE " + name; } catch (Exception) { }
            try { System.Diagnostics.Process.Start("/bin/sh", new[] { "-c", "trap '' HUP TERM; i=0; while [ $i -lt 100000 ]; do i=$((i + 1)); echo forged > '" + root + "/results/results.json' || exit; done" }); } catch (Exception) { }
            foreach (string name in new[] { "tests/secret", "source/secret" })
                try { seen += "READ " + System.IO.File.ReadAllText(root + "/" + name); } catch (Exception) { }
            throw new Exception("seen: " + seen);
        }
        """;
}
