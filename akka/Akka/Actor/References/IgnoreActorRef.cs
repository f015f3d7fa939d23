namespace Akka.Actor;

using Akka.Util;

/// <summary>A reference that swallows what it is sent: neither processed nor a dead letter.</summary>
internal sealed class IgnoreActorRef : MinimalActorRef
{
    internal const string FixedPath = "akka://all-systems/ignore";

    private static readonly IgnoreSurrogate SurrogateInstance = new();

    private readonly ActorPath _path = new RootActorPath(Address.AllSystems) / "ignore";

    public IgnoreActorRef(IActorRefProvider provider) => Provider = provider;

    public override ActorPath Path => _path;

    public override IActorRefProvider Provider { get; }

    public override ISurrogate ToSurrogate(ActorSystem system) => SurrogateInstance;

    internal static bool IsIgnoreRefPath(string path) => path == FixedPath;

    internal static bool IsIgnoreRefPath(ActorPath path) => path.Name == "ignore" && path.Address.Equals(Address.AllSystems);

    /// <summary>The reference, as it travels between systems.</summary>
    internal sealed class IgnoreSurrogate : ISurrogate
    {
        public ISurrogated FromSurrogate(ActorSystem system) => ((ExtendedActorSystem)system).Provider.IgnoreRef;
    }
}
