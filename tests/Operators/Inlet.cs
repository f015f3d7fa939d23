namespace Akka.Flink.Operators.Tests;

using Akka.Flink.Operators;

/// <summary>An operator without inputs that a test feeds.</summary>
internal sealed class Inlet<T>(OperatorContext context, Output<T> output) : OutputOperator<T>(context, output)
{
    public Output<T> Out => Output;
}
