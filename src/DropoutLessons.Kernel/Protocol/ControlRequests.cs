using System.Text.Json.Nodes;

namespace DropoutLessons.Kernel.Protocol;

/// <summary>Answers the requests of the control channel, each at once, whatever cell is running.</summary>
internal sealed class ControlRequests(IChannels channels, ShellRequests shell, KernelOptions options, TextWriter notes, CancellationTokenSource end)
{
    /// <summary>Takes a request and answers it; called on the thread messages arrive on.</summary>
    public void Take(JupyterMessage request)
    {
        void Reply(string type, JsonObject content) => channels.ReplyOnControl(JupyterMessage.Answer(request, type, content));
        void Status(string state) => channels.Publish(JupyterMessage.Answer(request, "status", new() { ["execution_state"] = state }));

        Status("busy");
        switch (request.Type)
        {
            case "interrupt_request":
                shell.Interrupt();
                Reply("interrupt_reply", new() { ["status"] = "ok" });
                break;
            case "shutdown_request":
                Reply("shutdown_reply", new() { ["status"] = "ok", ["restart"] = request.Content["restart"]?.DeepClone() ?? false });
                break;
            case "kernel_info_request":
                Reply("kernel_info_reply", KernelInfo.Reply(options));
                break;
            case "debug_request":
                Reply("debug_reply", new() { ["type"] = "response", ["success"] = false, ["message"] = "This kernel has no debugger.", ["command"] = request.Content["command"]?.DeepClone(), ["request_seq"] = request.Content["seq"]?.DeepClone() });
                break;
            default:
                notes.WriteLine($"The kernel does not know the request {request.Type} on its control channel.");
                break;
        }
        Status("idle");
        if (request.Type == "shutdown_request")
            end.Cancel();
    }
}
