namespace Akka.Dispatch;

/// <summary>The base of what can be asked of a message queue.</summary>
public interface ISemantics
{
}
