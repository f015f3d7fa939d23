namespace Akka.Flink.Sources;

/// <summary>Takes the sources of a <see cref="HybridSource{T}"/>, in the order in which they are read.</summary>
/// <typeparam name="T">The type of records.</typeparam>
public sealed class HybridSourceBuilder<T>
{
    private readonly List<Func<ISource<T>>> _sources = [];

    internal HybridSourceBuilder(Func<ISource<T>> first) => _sources.Add(first);

    /// <summary>Adds a source.</summary>
    /// <param name="source">The source that is read when those before have come to their end.</param>
    /// <returns>This builder.</returns>
    public HybridSourceBuilder<T> AddSource(ISource<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _sources.Add(() => source);
        return this;
    }

    /// <summary>Adds a source that is made when its turn has come.</summary>
    /// <param name="factory">Makes it; called once in each process, so what it makes must not depend on where.</param>
    /// <returns>This builder.</returns>
    public HybridSourceBuilder<T> AddSource(Func<ISource<T>> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        _sources.Add(factory);
        return this;
    }

    /// <summary>Makes the source.</summary>
    /// <returns>The source.</returns>
    public HybridSource<T> Build() => new([.. _sources]);
}
