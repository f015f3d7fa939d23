namespace Akka.Util;

using Akka.Actor;

/// <summary>A type that lets a surrogate be serialized in its place.</summary>
public interface ISurrogated
{
    ISurrogate ToSurrogate(ActorSystem system);
}
