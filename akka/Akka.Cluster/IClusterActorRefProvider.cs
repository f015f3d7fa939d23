namespace Akka.Cluster;

using Akka.Actor;
using Akka.Remote;

/// <summary>The provider of a system that is to be a member of a cluster.</summary>
public interface IClusterActorRefProvider : IActorRefProvider, IRemoteActorRefProvider;
