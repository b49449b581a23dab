using System.Globalization;
using System.Text.RegularExpressions;

namespace DropoutLessons;

/// <summary>Says which of JAX's eras the bits are computed for; every difference between versions that dropout can see is in it.</summary>
/// <remarks>Immutable. Without an era, functions use <see cref="Formula"/>. Source: the JAX and Flax change logs; measured on four pairs of versions.</remarks>
public sealed partial record JaxVersion
{
    private static readonly Version s_partitionableByDefault = new(0, 5, 0, 0);
    private static readonly Version s_reciprocalWhenEager = new(0, 10, 1, 0);
    private static readonly Version s_dropoutForks = new(0, 11, 0, 0);

    private JaxVersion(string name) => Name = name;

    /// <summary>The formula as written: today's random bits and streams, and a correctly rounded division by <c>keep_prob</c>.</summary>
    public static JaxVersion Formula { get; } = new("formula");

    /// <summary>The newest versions measured: jaxlib 0.12.0.1 with flax 0.12.12, outside jit.</summary>
    public static JaxVersion Newest { get; } = Of("0.12.0.1", "0.12.12");

    /// <summary>What the era is called, such as "jaxlib 0.10.0, flax 0.12.7".</summary>
    public string Name { get; private init; }

    /// <summary>Whether element i comes from counter i alone (<c>jax_threefry_partitionable</c>), the default since JAX 0.5.0; before, counters are paired across the halves of the array.</summary>
    /// <remarks>The layout changes random bits and split keys; seeds, <c>fold_in</c>, stream keys and Linen keys are the same in both.</remarks>
    public bool IsPartitionable { get; init; } = true;

    /// <summary>Whether more than one element, outside jit, is scaled as <c>x * (1 / keep_prob)</c>, rounded twice, as since jaxlib 0.10.1; before, <c>x / keep_prob</c>, rounded once.</summary>
    /// <remarks>The two differ by at most one unit in the last place, and masks never depend on them.</remarks>
    public bool MultipliesWhenEager { get; init; }

    /// <summary>Whether the library's nnx.Dropout forks its stream at construction, as since flax 0.11.0.</summary>
    public bool DropoutForks { get; init; } = true;

    /// <summary>Whether the computation runs inside <c>jax.jit</c>, where every version multiplies by the reciprocal.</summary>
    public bool IsJitted { get; init; }

    /// <summary>Makes the era of a pair of versions.</summary>
    /// <param name="jaxlib">version of jaxlib, such as "0.4.38"</param>
    /// <param name="flax">version of flax, such as "0.10.2"</param>
    /// <exception cref="FormatException">A version is not numbers with dots.</exception>
    public static JaxVersion Of(string jaxlib, string flax) => new($"jaxlib {jaxlib}, flax {flax}")
    {
        IsPartitionable = Parse(jaxlib) >= s_partitionableByDefault,
        MultipliesWhenEager = Parse(jaxlib) >= s_reciprocalWhenEager,
        DropoutForks = Parse(flax) >= s_dropoutForks,
    };

    /// <summary>Makes the era a text such as "jaxlib 0.4.38, flax 0.10.2" names; a part left out is the newest.</summary>
    /// <exception cref="FormatException">The text names neither jax, jaxlib nor flax with a version.</exception>
    public static JaxVersion FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string? jaxlib = Named(text, "jaxlib") ?? Named(text, "jax"), flax = Named(text, "flax");
        return jaxlib is null && flax is null
            ? throw new FormatException($"\"{text}\" names no version. Write, for instance, \"jaxlib 0.4.38, flax 0.10.2\".")
            : Of(jaxlib ?? "0.12.0.1", flax ?? "0.12.12");
    }

    /// <summary>The same era inside <c>jax.jit</c>.</summary>
    public JaxVersion Jitted() => this with { IsJitted = true, Name = $"{Name}, jit" };

    /// <summary>Says whether an array is scaled as <c>x * (1 / keep_prob)</c> rather than as <c>x / keep_prob</c>.</summary>
    /// <param name="size">number of its elements; XLA leaves the division of a single one as it is, unless it is jitted</param>
    public bool MultipliesByReciprocal(int size) => IsJitted || (size > 1 && MultipliesWhenEager);

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal static bool IsPartitionableIn(JaxVersion? version) => (version ?? Formula).IsPartitionable;

    private static string? Named(string text, string package) =>
        PackageVersion().Matches(text).FirstOrDefault(match => match.Groups[1].Value.Equals(package, StringComparison.OrdinalIgnoreCase))?.Groups[2].Value;

    private static Version Parse(string version)
    {
        // Suffixes such as ".dev20260101" or "rc1" do not move a version across a border.
        var numbers = LeadingNumbers().Match(version);
        return numbers.Success && Version.TryParse(numbers.Value, out var parsed) ? new(parsed.Major, parsed.Minor, Math.Max(parsed.Build, 0), Math.Max(parsed.Revision, 0))
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"\"{version}\" is not a version: write numbers with dots, such as 0.4.38."));
    }

    [GeneratedRegex(@"\b(jaxlib|jax|flax)\b[\s=:_-]*v?(\d[\w.]*)", RegexOptions.IgnoreCase)]
    private static partial Regex PackageVersion();

    [GeneratedRegex(@"^\d+(\.\d+){1,3}")]
    private static partial Regex LeadingNumbers();
}
