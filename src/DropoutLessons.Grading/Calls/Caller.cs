using System.Reflection;
using System.Runtime.ExceptionServices;

namespace DropoutLessons.Grading;

/// <summary>Calls an answer as a probe says and notes what happened.</summary>
/// <remarks>Knows nothing of right answers. Needs nothing of the grader but this folder, so that a worker can compile it alone.</remarks>
public static class Caller
{
    private static readonly string[] s_layerMethods = ["Forward", "Call", "Invoke"];

    /// <summary>Makes the calls of <paramref name="probe"/> with copies of its arrays.</summary>
    /// <param name="answer">the learner's function; for a probe with calls it returns a delegate, or an object with a method Forward, Call or Invoke</param>
    /// <param name="probe">the arguments</param>
    /// <param name="candidates">gives the implementation a <see cref="CandidateReference"/> stands for; null where no argument is one</param>
    /// <remarks>Every exception of the answer but a cancellation is kept as part of the outcome.</remarks>
    public static Outcome Call(Delegate answer, Probe probe, Func<CandidateReference, Delegate>? candidates = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(probe);
        try
        {
            var first = Once(answer, probe.Arguments, candidates);
            if (probe.Calls.Count == 0)
                return first with { Value = PlainValue.Copy(first.Value) };
            var layer = AsFunction(first.Value);
            var calls = probe.Calls.Select(arguments => Once(layer, arguments, candidates) is var call ? call with { Value = PlainValue.Copy(call.Value) } : call).ToArray();
            return new(Array.ConvertAll(calls, call => call.Value))
            {
                ModifiedInput = calls.Any(call => call.ModifiedInput),
                ReturnedInput = calls.Any(call => call.ReturnedInput),
            };
        }
        catch (TargetInvocationException e) when (e.InnerException is OperationCanceledException cancelled)
        {
            ExceptionDispatchInfo.Throw(cancelled);
            throw;
        }
        catch (TargetInvocationException e) when (e.InnerException is { } thrown)
        {
            return new(null, new(thrown.GetType().Name, thrown.Message, thrown is NotImplementedException) { Trace = LearnersLines(thrown) });
        }
        catch (Exception e) when (e is ArgumentException or TargetParameterCountException)
        {
            return new(null, new(e.GetType().Name, e.Message, IsStub: false));
        }
    }

    private static Outcome Once(Delegate function, IReadOnlyList<object?> arguments, Func<CandidateReference, Delegate>? candidates)
    {
        object?[] given = [.. arguments.Select(argument => argument is CandidateReference reference ? candidates!(reference) : PlainValue.Copy(argument))];
        object? value = function.DynamicInvoke(given);
        bool isModified = arguments.Zip(given).Any(pair => pair.First is Array before && !SameBits(before, (Array)pair.Second!));
        return new(value)
        {
            ModifiedInput = isModified,
            ArraysAfter = isModified ? Array.ConvertAll(given, argument => argument is Array ? PlainValue.Copy(argument) : null) : null,
            ReturnedInput = value is Array && given.Any(argument => ReferenceEquals(argument, value)),
        };
    }

    // NaN equals NaN here, and 0 does not equal -0: an input that was not written to is the same in every bit.
    private static bool SameBits(Array before, Array after) => before.Cast<object?>().Zip(after.Cast<object?>()).All(pair => pair switch
    {
        (float a, float b) => BitConverter.SingleToInt32Bits(a) == BitConverter.SingleToInt32Bits(b),
        (double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b),
        _ => Equals(pair.First, pair.Second),
    });

    private static Delegate AsFunction(object? layer)
    {
        if (layer is Delegate function)
            return function;
        var method = layer?.GetType().GetMethods().FirstOrDefault(method => s_layerMethods.Contains(method.Name))
            ?? throw new ArgumentException($"{layer?.GetType().Name ?? "null"} came back where a layer was expected: return a function, or an object with a method Forward.");
        return method.CreateDelegate(System.Linq.Expressions.Expression.GetDelegateType([.. method.GetParameters().Select(parameter => parameter.ParameterType), method.ReturnType]), layer);
    }

    // The lines above the call are the grader's and reflection's; they say nothing to a learner.
    private static string[] LearnersLines(Exception thrown) =>
        [.. (thrown.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(line => !line.Contains("System.Reflection.", StringComparison.Ordinal) && !line.Contains("System.RuntimeMethodHandle", StringComparison.Ordinal) && !line.Contains("InvokeStub_", StringComparison.Ordinal) && !line.Contains(typeof(Caller).FullName!, StringComparison.Ordinal))];
}
