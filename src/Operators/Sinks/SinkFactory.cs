namespace Akka.Flink.Operators;

using Akka.Flink.Sinks;

/// <summary>Makes the operators of a sink. Nothing comes out of them.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="sink">The sink.</param>
internal sealed class SinkFactory<T>(ISink<T> sink) : OneInputFactory<T, T>, IConfigurable
{
    /// <inheritdoc/>
    public override Operator Create(OperatorContext context, Output<T> output) => sink.Accept(new OperatorMaker(context));

    /// <inheritdoc/>
    public void Configure(ISettings settings) => (sink as IConfigurable)?.Configure(settings);

    private sealed class OperatorMaker(OperatorContext context) : ISinkVisitor<T, Operator>
    {
        public Operator Visit(ISink<T> sink) => new PlainSinkOperator<T>(context, sink);

        public Operator Visit<TCommittable, TWriterState>(ICommittingSink<T, TCommittable, TWriterState> sink) =>
            new CommittingSinkOperator<T, TCommittable, TWriterState>(context, sink);
    }
}
