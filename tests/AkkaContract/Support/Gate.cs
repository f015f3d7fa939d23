namespace Akka.Flink.AkkaContract.Tests.Support;

/// <summary>Holds an actor inside a message until the test opens it, so that mail and system messages pile up behind it.</summary>
public sealed class Gate
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ManualResetEventSlim _held = new();
    private readonly ManualResetEventSlim _open = new();

    /// <summary>Called by the actor: says that it is here, and waits.</summary>
    public void Hold()
    {
        _held.Set();
        if (!_open.Wait(Patience))
            throw new TimeoutException($"The gate was not opened within {Patience}.");
    }

    /// <summary>Called by the test: waits until an actor is inside.</summary>
    public void AwaitHeld() => Assert.True(_held.Wait(Patience), $"No actor came to the gate within {Patience}.");

    /// <summary>Lets the actor, and all that come later, pass.</summary>
    public void Open() => _open.Set();
}
