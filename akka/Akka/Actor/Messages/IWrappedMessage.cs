namespace Akka.Actor;

/// <summary>Marks a message that carries another one.</summary>
public interface IWrappedMessage
{
    object Message { get; }
}
