namespace Akka.Flink.AkkaContract.Tests.Clusters.Support;

using System.Threading.Channels;
using Akka.Actor;

/// <summary>An actor whose messages a test reads one after the other, on any system.</summary>
public sealed class Listener
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<object> _messages = Channel.CreateUnbounded<object>();

    public Listener(ActorSystem system) =>
        Ref = system.ActorOf(Props.Create(() => new Relay(message => _messages.Writer.TryWrite(message))));

    public IActorRef Ref { get; }

    public bool HasMore => _messages.Reader.TryPeek(out _);

    public async Task<object> Next() => await _messages.Reader.ReadAsync().AsTask().WaitAsync(Patience);
}
