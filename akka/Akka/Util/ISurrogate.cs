namespace Akka.Util;

using Akka.Actor;

/// <summary>What is written in place of an <see cref="ISurrogated"/> and turns back into it.</summary>
public interface ISurrogate
{
    ISurrogated FromSurrogate(ActorSystem system);
}
