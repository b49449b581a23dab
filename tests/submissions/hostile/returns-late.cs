// Answers, but after everybody has gone home.
float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    System.Threading.Thread.Sleep(TimeSpan.FromHours(1));
    return x;
}
