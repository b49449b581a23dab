float[] dropout_forward(double seed, float[] x, double rate, double deterministic)
{
    foreach (var family in new[] { System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.AddressFamily.Unix })
        try
        {
            using var socket = new System.Net.Sockets.Socket(family, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified);
            throw new Exception("ESCAPED: a socket was opened");
        }
        catch (System.Net.Sockets.SocketException) { }
    return x;
}
