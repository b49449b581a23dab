namespace DropoutLessons.Tests;

/// <summary>Compares a text with a committed file, and leaves what was received beside it where they differ.</summary>
internal static class Expectation
{
    /// <summary>Fails when the file holds something else; the test's text is then in a file of the same name with ".received".</summary>
    /// <param name="file">path from the top of the repository</param>
    /// <param name="text">what the test made</param>
    public static void Matches(string file, string text)
    {
        string path = TestFiles.At(file.Split('/')), received = path + ".received";
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, text);
        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "", text);
    }
}
