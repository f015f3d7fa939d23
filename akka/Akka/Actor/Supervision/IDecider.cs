namespace Akka.Actor;

/// <summary>Maps a failure to what is done about it.</summary>
public interface IDecider
{
    Directive Decide(Exception cause);
}
