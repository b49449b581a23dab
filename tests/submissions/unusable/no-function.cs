float[] forward(double seed, float[] x, double rate, double deterministic) => x;
