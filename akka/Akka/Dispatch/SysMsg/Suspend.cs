namespace Akka.Dispatch.SysMsg;

/// <summary>Stop processing user messages.</summary>
public sealed class Suspend : SystemMessage
{
    public override string ToString() => "<Suspend>";
}
