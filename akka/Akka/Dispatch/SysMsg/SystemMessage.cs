namespace Akka.Dispatch.SysMsg;

/// <summary>The base of the messages between cells; a link of the queue that it lies in, so it can be sent only once.</summary>
public abstract class SystemMessage : ISystemMessage
{
    public bool Unlinked => Next is null;

    internal SystemMessage Next { get; set; }

    public void Unlink() => Next = null;
}
