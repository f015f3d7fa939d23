namespace Akka.Dispatch.SysMsg;

/// <summary>Stands in a queue that is closed for good.</summary>
public sealed class NoMessage : SystemMessage
{
    public override string ToString() => "NoMessage";
}
