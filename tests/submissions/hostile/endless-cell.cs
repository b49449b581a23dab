// Never gets as far as the answer.
while (true) { }
float[] dropout_forward(double seed, float[] x, double rate, double deterministic) => x;
