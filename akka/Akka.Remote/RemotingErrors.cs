namespace Akka.Remote;

using Akka.Actor;
using Akka.Configuration;

/// <summary>What goes wrong in remoting, in one place.</summary>
internal static class RemotingErrors
{
    public static ConfigurationException RemoteDeployment(ActorPath path, Deploy deploy) => new(
        $"Actor [{path}] is to be deployed at [{(deploy?.Scope as RemoteScope)?.Address ?? (object)deploy?.Config.GetString("remote")}]. "
        + "This build does not deploy to other systems: remove 'remote' from its 'akka.actor.deployment' or the RemoteScope from its "
        + "Props, and have an actor over there create it.");

    public static ArgumentException LocalPath(ActorPath path) => new(
        $"Unexpected local address in RemoteActorRef [{path}]: the path of a remote actor names protocol, system, host and port.",
        nameof(path));

    public static RemoteTransportException NotRunning(object message, ActorPath recipient) => new(
        $"Attempted to send a message of type {message.GetType()} to [{recipient}], but remoting is not running.");

    public static ConfigurationException Transport(string key, object value, string expected) => new(
        $"'{key}' is [{value}]. {expected}");

    public static RemoteTransportException CannotListen(string host, int port, Exception cause) => new(
        $"Could not listen on [{host}:{port}]: {cause.Message} "
        + "Set 'akka.remote.dot-netty.tcp.hostname' to an address of this machine and 'port' to a free one; "
        + "port 0 takes any.",
        cause);

    public static RemoteTransportException CannotConnect(Address address, string reason, Exception cause = null) => new(
        $"No connection to [{address}]: {reason}", cause);

    public static RemoteTransportException Protocol(string reason) => new(reason);

    public static ConfigurationException Certificate(string reason, Exception cause = null) => new(
        $"'akka.remote.dot-netty.tcp.enable-ssl' is on, but {reason} Set 'ssl.certificate.path' and 'ssl.certificate.password' beside it, "
        + "or 'ssl.certificate.use-thumbprint-over-file' with thumbprint and store, or pass a DotNettySslSetup.",
        cause);
}
