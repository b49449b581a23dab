// Looks through everything loaded or lying about for somebody else's solution.
float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    foreach (string file in System.IO.Directory.GetFiles(System.AppContext.BaseDirectory, "*.dll"))
        try { System.Reflection.Assembly.LoadFrom(file); } catch { }
    var answer = System.AppDomain.CurrentDomain.GetAssemblies()
        .SelectMany(assembly => { try { return assembly.GetTypes(); } catch { return []; } })
        .Where(type => type.Name is "MyDropout" or "InvertedDropout" or "Reference" or "NnxDropout" or "LinenDropout")
        .SelectMany(type => type.GetMethods())
        .FirstOrDefault(method => method.Name is "DropoutForward" or "Forward");
    return answer is null ? x : (float[])answer.Invoke(null, [seed, x, rate, deterministic, null]);
}
