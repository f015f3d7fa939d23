namespace Akka.Actor.Internal;

/// <summary>What is kept for the name of a child.</summary>
public interface IChildStats
{
}
