using NetMQ;
using NetMQ.Sockets;

namespace DropoutLessons.Kernel.Protocol;

/// <summary>Sends back whatever it receives, on a thread that never waits for anything else: the sign that the kernel lives.</summary>
internal sealed class Heartbeat : IDisposable
{
    private readonly ResponseSocket _socket = new();
    private readonly NetMQPoller _poller;

    public Heartbeat(string address)
    {
        _socket.Bind(address);
        _socket.ReceiveReady += (_, _) => _socket.SendMultipartMessage(_socket.ReceiveMultipartMessage());
        _poller = [_socket];
        _poller.RunAsync("jupyter heartbeat");
    }

    public void Dispose()
    {
        _poller.Stop();
        _poller.Dispose();
        _socket.Dispose();
    }
}
