namespace Akka.Flink.Sources;

using Akka.Flink.Operators;
using Akka.Flink.State;

/// <summary>Reads one source after the other, such as the files of the past and then a topic: the next one begins when all readers have
/// come
/// to the end of the last.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>
/// <para>Made by <see cref="HybridSource.Builder{T}"/>. All sources but the last must be bounded.</para>
/// <para><b>State.</b> Which source is being read, what its enumerator remembers, and its splits. Sources may be added behind those that a
/// savepoint knows, and none may be put between them.</para>
/// <para><b>Time.</b> Watermarks are made for each split of each source, and only rise: where a later source begins with older records,
/// these
/// are late.</para>
/// <para><b>Flink.</b> <c>HybridSource</c>.</para>
/// </remarks>
public sealed class HybridSource<T> : ISource<T, HybridSplit, HybridEnumeratorState>, IConfigurable
{
    private readonly Lazy<HybridPart<T>>[] _parts;
    private ISettings _settings = EmptySettings.Instance;

    internal HybridSource(Func<ISource<T>>[] sources) =>
        _parts = [.. sources.Select((make, index) => new Lazy<HybridPart<T>>(() => Make(make, index, index == sources.Length - 1)))];

    /// <inheritdoc/>
    public Boundedness Boundedness => PartAt(_parts.Length - 1).Boundedness;

    /// <inheritdoc/>
    public ITypeSerializer<HybridSplit> SplitSerializer => TypeSerializers.For<HybridSplit>();

    /// <inheritdoc/>
    public ITypeSerializer<HybridEnumeratorState> EnumeratorStateSerializer => TypeSerializers.For<HybridEnumeratorState>();

    /// <summary>How many sources there are.</summary>
    internal int Count => _parts.Length;

    /// <inheritdoc/>
    public void Configure(ISettings settings)
    {
        _settings = settings;
        foreach (var part in _parts.Where(part => part.IsValueCreated))
            part.Value.Configure(settings);
    }

    /// <inheritdoc/>
    public ISplitEnumerator<HybridSplit, HybridEnumeratorState> CreateEnumerator(ISplitEnumeratorContext<HybridSplit> context) =>
        new HybridEnumerator<T>(this, context, null);

    /// <inheritdoc/>
    public ISplitEnumerator<HybridSplit, HybridEnumeratorState> RestoreEnumerator(
        ISplitEnumeratorContext<HybridSplit> context, HybridEnumeratorState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.SourceIndex < _parts.Length
            ? new HybridEnumerator<T>(this, context, state)
            : throw OperatorErrors.HybridSourceMissing(state.SourceIndex, _parts.Length);
    }

    /// <inheritdoc/>
    public ISourceReader<T, HybridSplit> CreateReader(ISourceReaderContext context) => new HybridReader<T>(this, context);

    /// <summary>A source with the types of its splits, made when it is asked for first.</summary>
    /// <param name="index">Which, from 0.</param>
    internal HybridPart<T> PartAt(int index) => _parts[index].Value;

    private HybridPart<T> Make(Func<ISource<T>> make, int index, bool isLast)
    {
        var source = make();
        if (!isLast && source.Boundedness != Boundedness.Bounded)
            throw OperatorErrors.HybridSourceUnbounded(index, source.GetType());

        var part = source.Accept(new HybridPartMaker<T>());
        part.Configure(_settings);
        return part;
    }
}
