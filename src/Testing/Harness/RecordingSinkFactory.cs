namespace Akka.Flink.Testing;

using Akka.Flink.Operators;

/// <summary>Makes the end of a pipeline.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="recorder">Takes what arrives.</param>
/// <param name="isBlocking">Whether it takes one element at a time.</param>
internal sealed class RecordingSinkFactory<T>(IRecorder<T> recorder, bool isBlocking) : OneInputFactory<T, T>
{
    public override Operator Create(OperatorContext context, Output<T> output) => new RecordingSink<T>(context, recorder, isBlocking);
}
