using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace DropoutLessons.Kernel;

/// <summary>Is what is shown of an object, independent of how it is written. Built once, so that a lazy sequence runs once.</summary>
internal abstract record DisplayModel
{
    private const int Deepest = 3;
    private const int MostColumns = 20;
    private const int LongestText = 10_000;

    /// <summary>Items and rows that are shown of a collection.</summary>
    public static int MostItems => Math.Max(1, Formatter.ListExpansionLimit);

    /// <summary>Reads an object.</summary>
    /// <param name="value">anything</param>
    /// <param name="depth">how far inside another object it stands; far inside an object is its one-line text</param>
    /// <param name="isQuoted">whether a string stands between quotes, as among other items</param>
    /// <remarks>Runs code of the object's class: getters, enumerators, ToString.</remarks>
    public static DisplayModel Of(object? value, int depth = 0, bool isQuoted = false)
    {
        if (value is null)
            return new TextModel("null");
        if (Scalars.Text(value, isQuoted) is { } text)
            return new TextModel(Bounded(text));
        if (depth > 0 && CustomFormatters.TryFormat(value, out string? html, out string plain))
            return html is null ? new TextModel(Bounded(plain)) : new HtmlModel(html, Bounded(plain));
        if (depth >= Deepest)
            return new TextModel(value is IEnumerable ? TypeNames.Of(value.GetType()) : Bounded(value.ToString() ?? ""));
        return value switch
        {
            Exception exception => new TextModel(string.Join('\n', Traceback.Of(exception).Traceback)),
            Array { Rank: 2 } array => Grid(array.GetType(), array.GetLength(0), array.GetLength(1), (i, j) => array.GetValue(i + array.GetLowerBound(0), j + array.GetLowerBound(1)), depth),
            ITuple tuple when value.GetType().Name.StartsWith("ValueTuple", StringComparison.Ordinal) || value.GetType().Name.StartsWith("Tuple", StringComparison.Ordinal) =>
                new ListModel([.. Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i], depth + 1, isQuoted: true))], "", "(", ")"),
            IDictionary dictionary => Pairs(dictionary, depth),
            IEnumerable sequence when !IsMatrix(value) => Sequence(sequence, depth),
            _ when IsMatrix(value) => Matrix(value, depth),
            _ => Object(value, depth),
        };
    }

    private static DisplayModel Sequence(IEnumerable sequence, int depth)
    {
        int most = depth == 0 ? MostItems : Math.Min(MostItems, 10);
        var items = new List<object?>();
        bool hasMore = false;
        foreach (object? item in sequence)
        {
            if (hasMore = items.Count == most)
                break;
            items.Add(item);
        }
        string more = !hasMore ? "" : sequence is ICollection all ? string.Create(CultureInfo.InvariantCulture, $"({all.Count - most:N0} more)") : "(more)";
        if (depth == 0 && items.Count > 0 && items[0] is { } first && items.TrueForAll(item => item?.GetType() == first.GetType()) && Members.Of(first.GetType()) is { Count: > 0 } members && IsPlainObject(first))
            return new TableModel([.. members.Select(member => member.Name)], [.. items.Select((item, i) => (Number(i), members.Select(member => member.Read(item!, depth + 1)).ToArray()))], more);
        return new ListModel([.. items.Select(item => Of(item, depth + 1, isQuoted: true))], more, "[ ", " ]");
    }

    private static TableModel Pairs(IDictionary dictionary, int depth)
    {
        var rows = new List<(string, DisplayModel[])>();
        int most = MostItems;
        foreach (DictionaryEntry entry in dictionary)
        {
            if (rows.Count == most)
                break;
            rows.Add(("", [Of(entry.Key, depth + 1), Of(entry.Value, depth + 1)]));
        }
        return new(["key", "value"], rows, dictionary.Count > most ? string.Create(CultureInfo.InvariantCulture, $"({dictionary.Count - most:N0} more)") : "");
    }

    private static TableModel Matrix(object matrix, int depth)
    {
        var type = matrix.GetType();
        int Size(string name) => (int)type.GetProperty(name)!.GetValue(matrix)!;
        var at = type.GetProperty("Item", [typeof(int), typeof(int)])!;
        return Grid(type, Size("RowCount"), Size("ColumnCount"), (i, j) => at.GetValue(matrix, [i, j]), depth);
    }

    private static TableModel Grid(Type type, int rows, int columns, Func<int, int, object?> at, int depth)
    {
        int mostRows = Math.Min(rows, MostItems), mostColumns = Math.Min(columns, MostColumns);
        string size = string.Create(CultureInfo.InvariantCulture, $"{TypeNames.Of(type.IsArray ? type.GetElementType()! : type)}, {rows} × {columns}");
        string note = mostRows < rows || mostColumns < columns ? $"({size}; the first {mostRows} × {mostColumns} are shown)" : $"({size})";
        return new([.. Enumerable.Range(0, mostColumns).Select(Number)],
            [.. Enumerable.Range(0, mostRows).Select(i => (Number(i), Enumerable.Range(0, mostColumns).Select(j => Of(at(i, j), depth + 1)).ToArray()))], note);
    }

    private static DisplayModel Object(object value, int depth)
    {
        var members = Members.Of(value.GetType());
        return members.Count == 0 || !IsPlainObject(value) ? new TextModel(Bounded(value.ToString() ?? ""))
            : new ObjectModel(TypeNames.Of(value.GetType()), [.. members.Select(member => (member.Name, member.Read(value, depth + 1)))]);
    }

    // A class that says itself how it reads is asked; records and anonymous types say no more than their members.
    private static bool IsPlainObject(object value)
    {
        if (value is string or IEnumerable or Delegate or Type or Task || Scalars.Text(value, isQuoted: true) is not null)
            return false;
        var toString = value.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)!;
        return toString.DeclaringType == typeof(object) || toString.DeclaringType == typeof(ValueType) || toString.IsDefined(typeof(CompilerGeneratedAttribute))
            || value.GetType().IsDefined(typeof(CompilerGeneratedAttribute));
    }

    // MathNet's matrices, and whatever else counts its rows and columns.
    private static bool IsMatrix(object value) =>
        value.GetType() is var type && type.GetProperty("RowCount")?.PropertyType == typeof(int) && type.GetProperty("ColumnCount")?.PropertyType == typeof(int)
        && type.GetProperties().Any(property => property.Name == "Item" && property.GetIndexParameters() is [{ ParameterType: var row }, { ParameterType: var column }] && row == typeof(int) && column == typeof(int));

    private static string Number(int i) => i.ToString(CultureInfo.InvariantCulture);

    private static string Bounded(string text) =>
        text.Length <= LongestText ? text : string.Create(CultureInfo.InvariantCulture, $"{text[..LongestText]}… ({text.Length - LongestText:N0} more characters)");
}

/// <summary>Is a text as it stands.</summary>
internal sealed record TextModel(string Text) : DisplayModel;

/// <summary>Is what a registered formatter wrote.</summary>
internal sealed record HtmlModel(string Html, string Text) : DisplayModel;

/// <summary>Is a row of items.</summary>
internal sealed record ListModel(IReadOnlyList<DisplayModel> Items, string More, string Open, string Close) : DisplayModel;

/// <summary>Is a table; heads of rows are empty where rows have none.</summary>
internal sealed record TableModel(IReadOnlyList<string> Columns, IReadOnlyList<(string Head, DisplayModel[] Cells)> Rows, string Note) : DisplayModel;

/// <summary>Is an object with its members.</summary>
internal sealed record ObjectModel(string Type, IReadOnlyList<(string Name, DisplayModel Value)> Members) : DisplayModel;

/// <summary>Is a public property or field of a class.</summary>
/// <param name="Name">its name</param>
/// <param name="Get">reads it from an object</param>
internal sealed record Members(string Name, Func<object, object?> Get)
{
    private const int Most = 30;

    public static IReadOnlyList<Members> Of(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanRead && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike)
            .Select(property => new Members(property.Name, property.GetValue))
            .Concat(type.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(field => new Members(field.Name, field.GetValue)))
            .DistinctBy(member => member.Name).Take(Most)];

    /// <summary>Reads it; a getter that throws is shown as what it threw.</summary>
    public DisplayModel Read(object value, int depth)
    {
        try
        {
            return DisplayModel.Of(Get(value), depth);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner and not (OperationCanceledException or InsufficientExecutionStackException or OutOfMemoryException))
        {
            return new TextModel($"({inner.GetType().Name}: {inner.Message})");
        }
    }
}
