float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    foreach (string program in new[] { "/bin/sh", "/usr/bin/env", "/dotnet/dotnet", Environment.ProcessPath })
        try { System.Diagnostics.Process.Start(program, "--version").WaitForExit(); throw new Exception($"ESCAPED: {program} was started"); }
        catch (System.ComponentModel.Win32Exception) { }
    return x;
}
