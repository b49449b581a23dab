// Ignores every signal and interruption it can.
float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    using var term = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGTERM, context => context.Cancel = true);
    Console.CancelKeyPress += (_, e) => e.Cancel = true;
    while (true)
        try { System.Threading.Thread.Sleep(1000); } catch { }
}
