namespace Akka.Dispatch.SysMsg;

using Akka.Actor;
using Akka.Event;

/// <summary>End, with all children.</summary>
public sealed class Terminate : SystemMessage, IPossiblyHarmful, IDeadLetterSuppression
{
    public override string ToString() => "<Terminate>";
}
