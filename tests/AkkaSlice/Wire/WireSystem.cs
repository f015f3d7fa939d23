namespace Akka.Flink.AkkaSlice.Tests.Wire;

using Akka.Actor;
using Akka.Cluster.Sharding;
using Akka.Cluster.Tools.Singleton;
using Akka.Configuration;
using Akka.Serialization;

/// <summary>A system whose messages go through bytes and come back.</summary>
internal sealed class WireSystem : IAsyncDisposable
{
    private readonly ExtendedActorSystem _system = (ExtendedActorSystem)ActorSystem.Create("test", ConfigurationFactory.ParseString("""
        akka { loglevel = OFF, stdout-loglevel = OFF, actor.provider = cluster }
        akka.remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
        """).WithFallback(ClusterSharding.DefaultConfig()).WithFallback(ClusterSingletonManager.DefaultConfig()));

    /// <summary>An actor to name in messages.</summary>
    public IActorRef Actor(string name) => _system.ActorOf(BlackHoleActor.Props, name);

    /// <summary>Sends a message through bytes.</summary>
    /// <param name="message">The message.</param>
    /// <param name="serializerId">Who is to write it.</param>
    /// <param name="manifest">What it is to be called.</param>
    /// <returns>What comes back.</returns>
    public object Copy(object message, int serializerId, string manifest)
    {
        var serializer = _system.Serialization.FindSerializerFor(message);
        Assert.Equal((serializerId, manifest), (serializer.Identifier, Serialization.ManifestFor(serializer, message)));

        var bytes = Serialization.WithTransport(_system, () => serializer.ToBinary(message));
        return _system.Serialization.Deserialize(bytes, serializerId, manifest);
    }

    /// <summary>Reads what nobody has written.</summary>
    public object Read(byte[] bytes, int serializerId, string manifest) => _system.Serialization.Deserialize(bytes, serializerId, manifest);

    /// <summary>The names of all messages of an assembly that implement an interface.</summary>
    public static IEnumerable<string> MessagesOf<TInterface>() => typeof(TInterface).Assembly.GetTypes()
        .Where(type => type is { IsInterface: false, IsAbstract: false } && typeof(TInterface).IsAssignableFrom(type))
        .Select(type => type.Name)
        .Order(StringComparer.Ordinal);

    public async ValueTask DisposeAsync() => await _system.Terminate();

    private sealed class BlackHoleActor : ReceiveActor
    {
        public static Props Props { get; } = Props.Create(() => new BlackHoleActor());

        public BlackHoleActor() => ReceiveAny(_ => { });
    }
}
