namespace Akka.Flink.Operators;

using Akka.Flink.State;

/// <summary>Makes operators with two inputs that are keyed alike, for whatever codec the key has.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TFirst">The type of the first input.</typeparam>
/// <typeparam name="TSecond">The type of the second input.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
internal abstract class KeyedTwoInputFactory<TKey, TFirst, TSecond, TOut> : TwoInputFactory<TFirst, TSecond, TOut>
{
    /// <summary>Gives the key of a record of the first input.</summary>
    public required Func<TFirst, TKey> FirstSelector { get; init; }

    /// <summary>Gives the key of a record of the second input.</summary>
    public required Func<TSecond, TKey> SecondSelector { get; init; }

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

    private sealed class Visitor(KeyedTwoInputFactory<TKey, TFirst, TSecond, TOut> factory, OperatorContext context, Output<TOut> output)
        : IKeyCodecVisitor<TKey, Operator>
    {
        public Operator Visit<TCodec>(TCodec codec)
            where TCodec : struct, IKeyCodec<TKey> =>
            factory.Create(context, output, codec);
    }
}
