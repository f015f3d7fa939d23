namespace Akka.Flink.Sources;

using Akka.Flink.State;

/// <summary>A source whose readers ask for a permit for each record.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TSplit">The type of splits.</typeparam>
/// <typeparam name="TEnumeratorState">What the enumerator remembers.</typeparam>
/// <param name="source">The source.</param>
/// <param name="gate">Hands out permits.</param>
internal sealed class GatedSource<T, TSplit, TEnumeratorState>(ISource<T, TSplit, TEnumeratorState> source, ISourceGate gate)
    : ISource<T, TSplit, TEnumeratorState>, IConfigurable
    where TSplit : ISourceSplit
{
    public Boundedness Boundedness => source.Boundedness;

    public ITypeSerializer<TSplit> SplitSerializer => source.SplitSerializer;

    public ITypeSerializer<TEnumeratorState> EnumeratorStateSerializer => source.EnumeratorStateSerializer;

    public void Configure(ISettings settings) => (source as IConfigurable)?.Configure(settings);

    public ISplitEnumerator<TSplit, TEnumeratorState> CreateEnumerator(ISplitEnumeratorContext<TSplit> context) =>
        source.CreateEnumerator(context);

    public ISplitEnumerator<TSplit, TEnumeratorState> RestoreEnumerator(
        ISplitEnumeratorContext<TSplit> context, TEnumeratorState state) => source.RestoreEnumerator(context, state);

    public ISourceReader<T, TSplit> CreateReader(ISourceReaderContext context) =>
        new GatedReader<T, TSplit>(source.CreateReader(context), gate, context.Parallelism);
}
