namespace Akka.Cluster;

using Akka.Actor;

/// <summary>Decides which members the others go on without; made from <c>akka.cluster.downing-provider-class</c>.</summary>
public interface IDowningProvider
{
    /// <summary>How long those who start something in the place of a downed member, such as singletons, wait before.</summary>
    TimeSpan DownRemovalMargin { get; }

    /// <summary>The actor that decides, started once the node has joined; <c>null</c> for none.</summary>
    Props DowningActorProps { get; }
}
