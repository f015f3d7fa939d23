namespace Akka.Actor;

/// <summary>Marks a message that does not reset the receive timeout of the actor that gets it.</summary>
public interface INotInfluenceReceiveTimeout
{
}
