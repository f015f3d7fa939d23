namespace Akka.Flink.Operators;

using Akka.Flink.State;

/// <summary>By key group.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <param name="selector">Gives a record's key.</param>
internal sealed class KeyPartitioning<T, TKey>(Func<T, TKey> selector) : Partitioning<T>(PartitioningKind.Key)
{
    /// <inheritdoc/>
    public override IInput<T> CreateSender(IInput<T>[] targets, int sourceSubtask, OperatorNode target) =>
        targets.Length == 1 ? targets[0] : KeyCodecs.Visit(new Visitor(targets, selector, target));

    private sealed class Visitor(IInput<T>[] targets, Func<T, TKey> selector, OperatorNode target) : IKeyCodecVisitor<TKey, IInput<T>>
    {
        public IInput<T> Visit<TCodec>(TCodec codec)
            where TCodec : struct, IKeyCodec<TKey> =>
            new KeySender<T, TKey, TCodec>(targets, selector, codec, target);
    }
}
