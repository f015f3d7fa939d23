namespace Akka.Flink.Operators;

/// <summary>Room for the second and further sessions of keys, used again when it is not needed any more.</summary>
/// <typeparam name="TAccumulator">What is kept for a session.</typeparam>
/// <remarks>Owned by one operator.</remarks>
internal sealed class SessionPool<TAccumulator>
{
    private const int MinLength = 2;
    private const int MaxKept = 64 * 1024;

    private readonly Stack<Session<TAccumulator>[]> _spare = new();

    /// <summary>Room for more sessions than before, with those that were in it.</summary>
    /// <param name="old">The room before, which is given back; null if there was none.</param>
    public Session<TAccumulator>[] Larger(Session<TAccumulator>[]? old)
    {
        if (old is null)
            return _spare.TryPop(out var spare) ? spare : new Session<TAccumulator>[MinLength];

        var larger = new Session<TAccumulator>[old.Length * 2];
        old.CopyTo(larger, 0);
        Return(old);
        return larger;
    }

    /// <summary>Takes room back.</summary>
    /// <param name="sessions">The room, which nobody may use any more.</param>
    public void Return(Session<TAccumulator>[] sessions)
    {
        if (sessions.Length != MinLength || _spare.Count >= MaxKept)
            return;

        Array.Clear(sessions);
        _spare.Push(sessions);
    }
}
