namespace Akka.Dispatch;

/// <summary>A queue that more than one thread may take from.</summary>
public interface IMultipleConsumerSemantics : ISemantics
{
}
