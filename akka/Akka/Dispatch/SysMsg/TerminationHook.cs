namespace Akka.Dispatch.SysMsg;

/// <summary>All user actors have ended; to be answered by <see cref="TerminationHookDone"/>.</summary>
public sealed class TerminationHook
{
    private TerminationHook()
    {
    }

    public static TerminationHook Instance { get; } = new();

    public override string ToString() => "<TerminationHook>";
}
