using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace DropoutLessons.Cli.Grading;

/// <summary>Writes results as JUnit XML: a suite for each submission, a test for each check.</summary>
/// <remarks>Source: the schema of Jenkins' xunit plugin, junit-10.xsd.</remarks>
internal static class JUnitReport
{
    public static string Write(GradingResult result)
    {
        var suites = result.Graded.Select(Suite).ToArray();
        var root = new XElement("testsuites", new XAttribute("name", "dropout-lessons grade"), Count("tests", suites), Count("failures", suites), Count("errors", suites), suites);
        return new XDeclaration("1.0", "utf-8", null) + Environment.NewLine + root;
    }

    private static XAttribute Count(string name, XElement[] suites) => new(name, suites.Sum(suite => (int)suite.Attribute(name)!));

    private static XElement Suite(Graded graded)
    {
        var report = graded.Report;
        XElement[] cases = report.Gradable && report.Checks.Count > 0
            ? [.. report.Checks.Select(check => Case(report.File, check.Id, check.Passed ? null : new XElement("failure", new XAttribute("message", Clean(check.Message)), new XAttribute("type", report.Class), Clean(report.Message))))]
            : [Case(report.File, "grade", report.Accepted ? null : new XElement(report.Gradable ? "failure" : "error", new XAttribute("message", Clean(report.Message)), new XAttribute("type", report.Class)))];
        return new XElement("testsuite",
            new XAttribute("name", Clean(report.File)),
            new XAttribute("tests", cases.Length),
            new XAttribute("failures", cases.Count(test => test.Element("failure") is not null)),
            new XAttribute("errors", cases.Count(test => test.Element("error") is not null)),
            new XAttribute("skipped", 0),
            new XAttribute("time", (report.DurationMs / 1000.0).ToString("0.000", CultureInfo.InvariantCulture)),
            new XElement("properties", Property("class", report.Class), Property("faults", string.Join(' ', report.Faults)), Property("exercise", graded.Exercise)),
            cases);
    }

    private static XElement Property(string name, string value) => new("property", new XAttribute("name", name), new XAttribute("value", Clean(value)));

    private static XElement Case(string file, string id, XElement? outcome) =>
        new("testcase", new XAttribute("classname", Clean(file)), new XAttribute("name", id), new XAttribute("time", "0"), outcome);

    // A submission's exception may say anything, and XML cannot hold every character.
    private static string Clean(string text) => string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) ? c : '\uFFFD'));
}
