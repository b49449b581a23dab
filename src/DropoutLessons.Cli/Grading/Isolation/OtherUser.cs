namespace DropoutLessons.Cli.Grading;

/// <summary>Writes the command that runs a program as a user who owns nothing, for where root grades and no wall can be put up, as in most containers.</summary>
internal static class OtherUser
{
    private const string Nobody = "65534";

    /// <summary>The command; the program and its arguments follow. Empty where this user cannot become another, or <c>setpriv</c> (of util-linux) is missing.</summary>
    public static IReadOnlyList<string> Command { get; } = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/setpriv")
        ? ["/usr/bin/setpriv", "--reuid", Nobody, "--regid", Nobody, "--clear-groups", "--no-new-privs", "--inh-caps=-all", "--pdeathsig", "KILL", "--"]
        : [];
}
