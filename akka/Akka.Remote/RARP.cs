namespace Akka.Remote;

using Akka.Actor;

/// <summary>The remote provider of a system, for what builds on remoting.</summary>
internal sealed class RARP : ExtensionIdProvider<RARP>, IExtension
{
    public RARP()
    {
    }

    private RARP(IRemoteActorRefProvider provider) => Provider = provider;

    public IRemoteActorRefProvider Provider { get; }

    public static RARP For(ActorSystem system) => new RARP().Apply(system);

    public override RARP CreateExtension(ExtendedActorSystem system) => new((IRemoteActorRefProvider)system.Provider);
}
