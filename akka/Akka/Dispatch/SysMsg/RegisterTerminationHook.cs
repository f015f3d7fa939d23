namespace Akka.Dispatch.SysMsg;

/// <summary>Asks the system guardian to be told, by <see cref="TerminationHook"/>, once all user actors have ended.</summary>
public sealed class RegisterTerminationHook
{
    private RegisterTerminationHook()
    {
    }

    public static RegisterTerminationHook Instance { get; } = new();

    public override string ToString() => "<RegisterTerminationHook>";
}
