float[] dropout_forward(float[] x, double rate) => x;
