namespace Akka.Cluster.Tools.Singleton;

using Akka.Actor;
using Akka.Configuration;

/// <summary>How singletons fail.</summary>
internal static class SingletonErrors
{
    public static ConfigurationException AppVersions() => new(
        "'akka.cluster.singleton.consider-app-version' is true, and members of this slice have no versions. Set it to false, or use the " +
        "official packages.");

    public static ActorInitializationException ClusterTerminated(ActorPath manager) => new(
        $"The cluster node has terminated, so [{manager}] cannot run a singleton. Start it in a new actor system.");

    public static ClusterSingletonManagerIsStuckException NoHandOver(ActorPath manager, object from, int attempts) => new(
        $"[{manager}] is to run the singleton, but [{from}] has not handed it over after [{attempts}] requests and is not removed. " +
        "The manager is restarted. Check whether that node can be reached, and its log.");

    public static ClusterSingletonManagerIsStuckException NoTakeOver(ActorPath manager, object to, int attempts) => new(
        $"[{manager}] is to hand the singleton over, but [{to}] has not taken it after [{attempts}] offers. " +
        "The manager is restarted. Check whether that node can be reached, and its log.");
}
