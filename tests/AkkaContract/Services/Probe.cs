namespace Akka.Flink.AkkaContract.Tests.Services;

using System.Threading.Channels;
using Akka.Actor;

/// <summary>An actor that keeps what it receives for the test.</summary>
internal sealed class Probe
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);

    private readonly Channel<(object Message, IActorRef Sender)> _received = Channel.CreateUnbounded<(object, IActorRef)>();

    public Probe(IActorRefFactory system)
    {
        var writer = _received.Writer;
        Ref = system.ActorOf(Props.Create(() => new Keeper(writer)));
    }

    public IActorRef Ref { get; }

    public IActorRef? LastSender { get; private set; }

    public async Task<object> Next()
    {
        using var source = new CancellationTokenSource(Deadline);
        var (message, sender) = await _received.Reader.ReadAsync(source.Token);
        LastSender = sender;
        return message;
    }

    public async Task<T> Next<T>() => Assert.IsType<T>(await Next());

    public async Task<object[]> Next(int count)
    {
        var messages = new object[count];
        for (var i = 0; i < count; i++)
            messages[i] = await Next();
        return messages;
    }

    private sealed class Keeper(ChannelWriter<(object, IActorRef)> received) : UntypedActor
    {
        protected override void OnReceive(object message) => received.TryWrite((message, Sender));
    }
}
