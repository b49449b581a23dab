namespace DropoutLessons.Kernel.Protocol;

/// <summary>Carries messages between the kernel and its front end. What a message says does not depend on how it travels.</summary>
internal interface IChannels : IDisposable
{
    /// <summary>Told of each message on the shell channel, one at a time; must return soon.</summary>
    event Action<JupyterMessage>? ShellReceived;

    /// <summary>Told of each message on the control channel, one at a time; must return soon.</summary>
    event Action<JupyterMessage>? ControlReceived;

    /// <summary>Ends when the transport itself shows that the front end is gone; some never do.</summary>
    Task FrontEndGone { get; }

    /// <summary>Begins to hand out messages.</summary>
    void Start();

    /// <summary>Sends a message to everybody who watches.</summary>
    void Publish(JupyterMessage message);

    /// <summary>Answers on the shell channel.</summary>
    void ReplyOnShell(JupyterMessage message);

    /// <summary>Answers on the control channel.</summary>
    void ReplyOnControl(JupyterMessage message);

    /// <summary>Asks the front end and waits for its answer; a question asked before and not answered is given up.</summary>
    Task<string> AskAsync(JupyterMessage question);

    /// <summary>Waits until every message that has arrived on the shell channel by now has been handed out.</summary>
    Task HandOutArrivedAsync();

    /// <summary>Closes the channels and waits until what was sent is out of this process's hands: it is about to end.</summary>
    void Flush();
}
