using System.Reflection;
using System.Text.RegularExpressions;
using DropoutLessons.Interactive.Tests.Pictures;
using Microsoft.DotNet.Interactive.Formatting;
using Primitives = ClrKernel.Core.Primitives;

namespace DropoutLessons.Interactive.Tests.Hosts;

/// <summary>Checks how the hosts see pictures and Core's types, and that each host is known to one file.</summary>
public sealed partial class HostTests
{
    private const string Plotly = "application/vnd.plotly.v1+json", Html = "text/html";

    // The kernel is a host itself, and the graders' verdicts have their own files for it.
    private static readonly string[] s_projects = ["Interactive", "Core"];

    public static TheoryData<string> Objects => ["stream", "rngs", "mask", "network"];

    [Theory]
    [MemberData(nameof(Objects))]
    public void Core_objects_show_as_pictures_where_the_formatting_library_is(string name)
    {
        object value = Core(name);

        Assert.Equal([Plotly, Html], Formatter.GetPreferredMimeTypesFor(value.GetType()));
        Assert.StartsWith("{\"data\":[", value.ToDisplayString(Plotly), StringComparison.Ordinal);
        Assert.Contains("class=\"dl-picture\"", value.ToDisplayString(Html), StringComparison.Ordinal);
        Assert.Contains("\n", value.ToDisplayString("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_shows_in_a_line_so_that_lists_of_keys_stay_readable()
    {
        var key = new PrngKey(1, 42);

        Assert.Equal([Html], Formatter.GetPreferredMimeTypesFor(typeof(PrngKey)));
        Assert.StartsWith("<span class=\"dl-key\" style=\"white-space:nowrap\"><code>key (1, 42)</code> <img alt=\"bits 0x00000001 0x0000002a\"", key.ToDisplayString(Html), StringComparison.Ordinal);
        Assert.Equal("key (1, 42)", key.ToDisplayString("text/plain"));
    }

    [Fact]
    public void ClrKernel_is_given_the_html_of_our_objects_and_keeps_its_own_of_all_others()
    {
        global::DropoutLessons.ClrKernel.RegisterWith(typeof(Primitives.DisplayFormatters).Assembly);

        Assert.Contains("class=\"dl-picture\"", InClrKernel(SmallPictures.Kinds["mask"]()), StringComparison.Ordinal);
        Assert.Contains("class=\"dl-picture\"", InClrKernel(new Rngs(0)), StringComparison.Ordinal);
        Assert.Contains("class=\"dl-key\"", InClrKernel(new PrngKey(0, 0)), StringComparison.Ordinal);
        Assert.Contains("class=\"dl-control\"", InClrKernel(Live.Threshold()), StringComparison.Ordinal);
        Assert.Equal("its own 17", InClrKernel(17));
        Assert.Equal("its own ", InClrKernel(null));
    }

    [Fact]
    public void Another_shape_of_ClrKernel_is_left_alone() => global::DropoutLessons.ClrKernel.RegisterWith(typeof(string).Assembly);

    [Theory]
    [InlineData(typeof(Picture))]
    [InlineData(typeof(LiveControl))]
    public void Verso_finds_the_method_it_looks_for(Type type)
    {
        var method = type.GetMethod("ToHtml", BindingFlags.Public | BindingFlags.Instance, []);

        Assert.Equal(typeof(string), method?.ReturnType);
    }

    [Theory]
    [InlineData("99.0.0.0")]
    [InlineData("10.1.0.0")]
    public void The_F_sharp_library_is_whichever_the_host_carries(string version)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(typeof(Show).Module.ModuleHandle);

        var assembly = Assembly.Load($"FSharp.Core, Version={version}, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a");

        Assert.Equal("FSharp.Core", assembly.GetName().Name);
    }

    [Fact]
    public void Libraries_beside_a_lesson_are_without_one_that_must_be_the_hosts() =>
        Assert.DoesNotContain("FSharp.Core.dll", File.ReadAllLines(TestFiles.At("src", "DropoutLessons.Cli", "lesson-libraries.txt")));

    [Fact]
    public void No_host_is_named_outside_its_one_file()
    {
        var hosts = new Dictionary<string, string[]>
        {
            ["DotNetInteractive"] = ["Microsoft.DotNet.Interactive", "Microsoft.AspNetCore.Html"],
            ["ClrKernel"] = ["ClrKernel.Core"],
            ["Verso"] = ["Verso"],
        };
        string[] files = [.. s_projects.SelectMany(project => Directory.GetFiles(TestFiles.At("src", $"DropoutLessons.{project}"), "*.cs", SearchOption.AllDirectories))];

        foreach (var (file, names) in hosts)
        {
            string[] knowing = [.. files.Where(path => names.Any(name => Regex.IsMatch(File.ReadAllText(path), $@"\b{Regex.Escape(name)}\b")))];

            Assert.Equal(file, Path.GetFileNameWithoutExtension(Assert.Single(knowing)));
        }
    }

    [Fact]
    public void The_extension_of_the_package_starts_the_library_and_leaks_no_names()
    {
        string script = File.ReadAllText(TestFiles.At("src", "DropoutLessons.Interactive", "Hosts", "extension.dib"));

        Assert.StartsWith("#!csharp\n", script, StringComparison.Ordinal);
        Assert.Contains("<None Include=\"Hosts/extension.dib\" Pack=\"true\" PackagePath=\"interactive-extensions/dotnet/extension.dib\" />",
            File.ReadAllText(TestFiles.At("src", "DropoutLessons.Interactive", "DropoutLessons.Interactive.csproj")), StringComparison.Ordinal);
        Assert.DoesNotMatch(Using(), script);
        Assert.Contains("RunModuleConstructor(typeof(DropoutLessons.Show).Module.ModuleHandle)", script, StringComparison.Ordinal);
    }

    private static object Core(string name) => name switch
    {
        "stream" => SmallPictures.Used()["dropout"],
        "rngs" => SmallPictures.Used(),
        "mask" => DropoutMask.Draw(SmallPictures.Key, 0.3, [24], [], JaxVersion.Formula),
        _ => DigitsNetwork.Train(new() { Steps = 1 }),
    };

    private static string InClrKernel(object? value) =>
        ((Primitives.DisplayHtml)Primitives.DisplayFormatters.Find(typeof(Primitives.DisplayObject), typeof(Primitives.DisplayHtml))(new Primitives.DisplayObject(value))).Html;

    [GeneratedRegex(@"^\s*(using|open) ", RegexOptions.Multiline)]
    private static partial Regex Using();
}
