namespace Akka.Dispatch.SysMsg;

/// <summary>The one that registered has done what it had to do before the system ends.</summary>
public sealed class TerminationHookDone
{
    private TerminationHookDone()
    {
    }

    public static TerminationHookDone Instance { get; } = new();

    public override string ToString() => "<TerminationHookDone>";
}
