namespace Akka.Actor.Internal;

/// <summary>Knows which actor the current thread is running.</summary>
public static class InternalCurrentActorCellKeeper
{
    [ThreadStatic]
    private static ActorCell _current;

    /// <summary>The cell that runs on this thread, or <c>null</c>. Set once for each run of a mailbox.</summary>
    public static ActorCell Current
    {
        get => _current;
        set => _current = value;
    }
}
