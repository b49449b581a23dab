using System.Text.Json;
using DropoutLessons.Cli.Parity.Operations;

namespace DropoutLessons.Cli.Parity;

/// <summary>Recomputes golden rows and says which differ.</summary>
internal static class ParityRunner
{
    /// <summary>Values in other element types, which are outside what the kit computes.</summary>
    public const string OutsideScope = "dtypes.jsonl";

    private static readonly Dictionary<string, Func<JsonElement, JaxVersion, object?>> s_operations = new()
    {
        ["key"] = RandomOperations.Key,
        ["fold_in"] = RandomOperations.FoldIn,
        ["split"] = RandomOperations.Split,
        ["bits"] = RandomOperations.Bits,
        ["uniform"] = RandomOperations.Uniform,
        ["bernoulli"] = RandomOperations.Bernoulli,
        ["normal"] = RandomOperations.Normal,
        ["scale"] = DropoutOperations.Scale,
        ["dropout_forward"] = DropoutOperations.DropoutForward,
        ["my_dropout"] = DropoutOperations.MyDropout,
        ["my_dropout_grad"] = DropoutOperations.MyDropoutGrad,
        ["rngs"] = NnxOperations.Rngs,
        ["nnx_dropout"] = NnxOperations.Dropout,
        ["linen_make_rng"] = LinenOperations.MakeRng,
        ["linen_model"] = LinenOperations.Model,
        ["linen_flags"] = LinenOperations.Flags,
        ["training"] = TrainingOperations.Train,
    };

    /// <summary>Names of the operations that are recomputed.</summary>
    public static IReadOnlyCollection<string> Operations => s_operations.Keys;

    /// <summary>Recomputes one row.</summary>
    public static RowResult Check(GoldenFile file, GoldenRow row)
    {
        string? difference;
        if (!s_operations.TryGetValue(row.Operation, out var operation))
            return new(file.Path, row, Outcome.Unknown, $"the operation \"{row.Operation}\" is not covered (covered are {string.Join(", ", s_operations.Keys)})");
        bool isErrorExpected = row.Out.Optional("error") is not null;
        try
        {
            object? actual = operation(row.In, file.Version);
            difference = isErrorExpected ? $"expected {row.Out.GetProperty("error").GetString()}, got a result" : ResultComparer.Difference(row.Out, actual, "");
        }
        catch (Exception e) when (isErrorExpected)
        {
            difference = ExpectedError.Difference(row.Out, e);
        }
        catch (Exception e)
        {
            difference = $"expected a result, got {e.GetType().Name}: {e.Message}";
        }
        return new(file.Path, row, difference is null ? Outcome.Same : Outcome.Different, difference ?? "");
    }
}

/// <summary>Says how a row came out.</summary>
internal enum Outcome
{
    /// <summary>Equal, bit for bit or within the tolerance the row's operation has.</summary>
    Same,

    /// <summary>Not equal.</summary>
    Different,

    /// <summary>The operation is not one that is recomputed.</summary>
    Unknown,
}

/// <summary>Says how one row came out, and why.</summary>
internal sealed record RowResult(string File, GoldenRow Row, Outcome Outcome, string Message);
