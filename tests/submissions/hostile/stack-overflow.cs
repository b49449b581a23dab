float[] dropout_forward(double seed, float[] x, double rate, double deterministic) => dropout_forward(seed, x, rate, deterministic + 0);
