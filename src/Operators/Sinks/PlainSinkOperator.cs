namespace Akka.Flink.Operators;

using Akka.Flink.Sinks;

/// <summary>Hands records to the writer of a sink without state.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="context">Where it runs.</param>
/// <param name="sink">The sink.</param>
internal sealed class PlainSinkOperator<T>(OperatorContext context, ISink<T> sink) : SinkOperator<T>(context)
{
    public override void Open() => Writer = sink.CreateWriter(new SinkContext(Context, null));
}
