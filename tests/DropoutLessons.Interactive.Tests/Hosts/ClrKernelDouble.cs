// Stands in for ClrKernel's library, which is in no registry: the names and shapes its adapter looks for, and nothing else.
// Source: ClrKernel/ClrKernel, src/ClrKernel.Core.Primitives/DisplayFormatters.cs and DisplayValue.cs @41c39e5e.
namespace ClrKernel.Core.Primitives;

public interface IDisplayValue
{
    public object? Value { get; }
}

public sealed record DisplayObject(object? Value, Type? PreferredDisplayType = null, string? PreferredMimeType = null) : IDisplayValue;

public sealed record DisplayHtml(string Html) : IDisplayValue
{
    public object? Value => Html;
}

public sealed record DisplayFormatter(Type InputType, Type OutputType, Func<IDisplayValue, IDisplayValue> Format);

public static class DisplayFormatters
{
    private static readonly List<DisplayFormatter> s_formatters = [new(typeof(DisplayObject), typeof(DisplayHtml), value => new DisplayHtml($"its own {value.Value}"))];

    public static IEnumerable<DisplayFormatter> Formatters => [.. s_formatters];

    public static DisplayFormatter Register<TIn, TOut>(Func<TIn, TOut> format)
        where TIn : IDisplayValue
        where TOut : IDisplayValue => Register(typeof(TIn), typeof(TOut), value => format((TIn)value));

    public static DisplayFormatter Register(Type inputType, Type outputType, Func<IDisplayValue, IDisplayValue> format)
    {
        var formatter = new DisplayFormatter(inputType, outputType, format);
        s_formatters.Add(formatter);
        return formatter;
    }

    public static Func<IDisplayValue, IDisplayValue> Find(Type from, Type to) => s_formatters.Last(formatter => formatter.InputType == from && formatter.OutputType == to).Format;
}
