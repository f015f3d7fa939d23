namespace Akka.Actor;

using Akka.Util;

/// <summary>The reference that stands for no actor.</summary>
public sealed class Nobody : MinimalActorRef
{
    public static Nobody Instance = new();

    private static readonly NobodySurrogate SurrogateInstance = new();

    private readonly ActorPath _path = new RootActorPath(Address.AllSystems, "/Nobody");

    private Nobody()
    {
    }

    public override ActorPath Path => _path;

    public override IActorRefProvider Provider => throw new InvalidOperationException(
        "Nobody belongs to no actor system and has no provider. Use the reference of an actor.");

    public override ISurrogate ToSurrogate(ActorSystem system) => SurrogateInstance;

    /// <summary>Nobody, as it travels between systems.</summary>
    public class NobodySurrogate : ISurrogate
    {
        public ISurrogated FromSurrogate(ActorSystem system) => Instance;
    }
}
