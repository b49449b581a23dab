#r "/etc/hostname"
#r "nuget: Newtonsoft.Json, 13.0.3"
#load "/etc/passwd"
float[] dropout_forward(double seed, float[] x, double rate, double deterministic) => x;
