namespace Akka.Flink.Operators;

using Akka.Flink.State;

/// <summary>Makes operators with one keyed input, for whatever codec the key has.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
internal abstract class KeyedFactory<TKey, TIn, TOut> : OneInputFactory<TIn, TOut>
{
    /// <summary>Gives a record's key.</summary>
    public required Func<TIn, TKey> Selector { get; init; }

    /// <inheritdoc/>
    public sealed override Operator Create(OperatorContext context, Output<TOut> output) =>
        KeyCodecs.Visit(new Visitor(this, context, output));

    /// <summary>Makes the operator of one subtask.</summary>
    /// <typeparam name="TCodec">The key's codec.</typeparam>
    /// <param name="context">Where it runs.</param>
    /// <param name="output">Where its records go.</param>
    /// <param name="codec">The key's codec.</param>
    protected abstract Operator Create<TCodec>(OperatorContext context, Output<TOut> output, TCodec codec)
        where TCodec : struct, IKeyCodec<TKey>;

    private sealed class Visitor(KeyedFactory<TKey, TIn, TOut> factory, OperatorContext context, Output<TOut> output)
        : IKeyCodecVisitor<TKey, Operator>
    {
        public Operator Visit<TCodec>(TCodec codec)
            where TCodec : struct, IKeyCodec<TKey> =>
            factory.Create(context, output, codec);
    }
}
