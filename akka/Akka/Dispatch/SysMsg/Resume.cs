namespace Akka.Dispatch.SysMsg;

/// <summary>Take one suspension back.</summary>
public sealed class Resume : SystemMessage
{
    public Resume(Exception causedByFailure) => CausedByFailure = causedByFailure;

    public Exception CausedByFailure { get; set; }

    public override string ToString() => "<Resume>" + (CausedByFailure is null ? "" : " CausedByFailure: " + CausedByFailure);
}
