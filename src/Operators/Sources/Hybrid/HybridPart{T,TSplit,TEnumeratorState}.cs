namespace Akka.Flink.Sources;

/// <summary>One of the sources of a <see cref="HybridSource{T}"/>.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TSplit">The type of its splits.</typeparam>
/// <typeparam name="TEnumeratorState">What its enumerator remembers.</typeparam>
/// <param name="source">The source.</param>
internal sealed class HybridPart<T, TSplit, TEnumeratorState>(ISource<T, TSplit, TEnumeratorState> source) : HybridPart<T>
    where TSplit : ISourceSplit
{
    /// <inheritdoc/>
    public override Boundedness Boundedness => source.Boundedness;

    /// <inheritdoc/>
    public override void Configure(ISettings settings) => (source as IConfigurable)?.Configure(settings);

    /// <inheritdoc/>
    public override HybridPartEnumerator CreateEnumerator(HybridOutlet outlet, byte[]? state)
    {
        var context = new HybridPartContext<TSplit>(outlet, source.SplitSerializer);
        if (state is null)
            return new HybridPartEnumerator<T, TSplit, TEnumeratorState>(source, context, source.CreateEnumerator(context));

        ReadOnlySpan<byte> bytes = state;
        var restored = source.RestoreEnumerator(context, source.EnumeratorStateSerializer.Read(ref bytes));
        return new HybridPartEnumerator<T, TSplit, TEnumeratorState>(source, context, restored);
    }

    /// <inheritdoc/>
    public override HybridPartReader<T> CreateReader(ISourceReaderContext context) =>
        new HybridPartReader<T, TSplit>(source.CreateReader(context), source.SplitSerializer);
}
