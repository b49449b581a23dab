using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace DropoutLessons.Cli.Authoring;

/// <summary>Is the head of a lesson's source: the kernel, as jupytext names it, and what the table of contents says.</summary>
internal sealed class LessonHead
{
    /// <summary>What jupytext notes down about itself; it says nothing about the lesson.</summary>
    public Dictionary<string, object> Jupytext { get; set; } = [];

    public KernelName Kernelspec { get; set; } = new();

    public LessonPart Lesson { get; set; } = new();

    /// <summary>Reads the head.</summary>
    /// <param name="yaml">text between the two lines "---"</param>
    /// <exception cref="FormatException">Something the table of contents needs is missing.</exception>
    /// <exception cref="YamlDotNet.Core.YamlException">The text is no YAML, or names something unknown.</exception>
    public static LessonFacts Parse(string yaml)
    {
        var head = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<LessonHead>(yaml)
            ?? throw new FormatException("the head is empty; it needs \"kernelspec\" and \"lesson\".");
        return head.Lesson switch
        {
            { Teaches.Length: 0 } => throw new FormatException("the head does not say what the lesson teaches: write lesson: teaches: the idea in a few words."),
            { Unit.Length: 0 } => throw new FormatException("the head does not say which unit of the course the lesson belongs to: write lesson: unit: the unit's name."),
            { Minutes: <= 0 } => throw new FormatException("the head does not say how long the lesson takes: write lesson: minutes: 15."),
            var lesson => new(lesson.Unit, lesson.Teaches, lesson.Minutes, lesson.Introduces, head.Kernelspec.Name),
        };
    }

    internal sealed class KernelName
    {
        public string DisplayName { get; set; } = "";

        public string Language { get; set; } = "";

        public string Name { get; set; } = "";
    }

    internal sealed class LessonPart
    {
        public string Unit { get; set; } = "";

        public string Teaches { get; set; } = "";

        public int Minutes { get; set; }

        public List<string> Introduces { get; set; } = [];
    }
}
