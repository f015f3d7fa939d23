namespace Akka.Dispatch.SysMsg;

/// <summary>Restart the actor.</summary>
public sealed class Recreate : SystemMessage
{
    public Recreate(Exception cause) => Cause = cause;

    public Exception Cause { get; }

    public override string ToString() => "<Recreate>" + (Cause is null ? "" : " Cause: " + Cause);
}
