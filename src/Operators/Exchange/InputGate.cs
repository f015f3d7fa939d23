namespace Akka.Flink.Operators;

/// <summary>Where the channels of one input of one subtask come together, whatever their type.</summary>
internal abstract class InputGate
{
    /// <summary>Takes over watermarks, statuses and ends from the gate that stood here before; see
    /// <see cref="Operator.TakeOver"/>.</summary>
    /// <param name="before">A gate of the same type. One with another number of channels has nothing to hand over.</param>
    public abstract void TakeOver(InputGate before);
}
