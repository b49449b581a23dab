using System.Collections;
using System.Linq.Expressions;
using System.Reflection;

namespace DropoutLessons;

/// <summary>Tells ClrKernel how pictures and Core's types look, by reflection: its libraries are in no registry to refer to.</summary>
/// <remarks>Source: ClrKernel/ClrKernel, src/ClrKernel.Core.Primitives/DisplayFormatters.cs @41c39e5e.</remarks>
internal static class ClrKernel
{
    private const string Primitives = "ClrKernel.Core.Primitives";

    /// <summary>Registers the types where this process is a ClrKernel.</summary>
    public static void Register()
    {
        if (AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == Primitives) is { } assembly)
            RegisterWith(assembly);
    }

    /// <summary>Registers the types with the formatters of <paramref name="assembly"/>; does nothing where they have another shape than the one known.</summary>
    public static void RegisterWith(Assembly assembly)
    {
        Type? formatters = assembly.GetType($"{Primitives}.DisplayFormatters"), value = assembly.GetType($"{Primitives}.IDisplayValue"),
            any = assembly.GetType($"{Primitives}.DisplayObject"), html = assembly.GetType($"{Primitives}.DisplayHtml");
        if (formatters is null || value is null || any is null || html is null)
            return;
        var function = typeof(Func<,>).MakeGenericType(value, value);
        var register = formatters.GetMethod("Register", [typeof(Type), typeof(Type), function]);
        var before = Newest(formatters, any, html);
        if (register is null || before is null)
            return;

        object? Format(object shown) => Appearance.Html(value.GetProperty("Value")!.GetValue(shown)!) is { } text ? Activator.CreateInstance(html, text) : before.DynamicInvoke(shown);
        var parameter = Expression.Parameter(value);
        var call = Expression.Convert(Expression.Invoke(Expression.Constant((Func<object, object?>)Format), parameter), value);
        register.Invoke(null, [any, html, Expression.Lambda(function, call, parameter).Compile()]);
    }

    // The newest registration for a type wins and sees every object: what is not ours goes to the one that was newest before.
    private static Delegate? Newest(Type formatters, Type from, Type to) =>
        ((IEnumerable)formatters.GetProperty("Formatters")!.GetValue(null)!).Cast<object>()
        .LastOrDefault(formatter => Read(formatter, "InputType") as Type == from && Read(formatter, "OutputType") as Type == to) is { } found ? Read(found, "Format") as Delegate : null;

    private static object? Read(object instance, string property) => instance.GetType().GetProperty(property)?.GetValue(instance);
}
