namespace Akka.Flink.Sources;

/// <summary>One of the sources of a <see cref="HybridSource{T}"/>, whatever its splits are.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal abstract class HybridPart<T>
{
    /// <summary>Whether it comes to an end.</summary>
    public abstract Boundedness Boundedness { get; }

    /// <summary>Hands settings to the source.</summary>
    /// <param name="settings">What was set.</param>
    public abstract void Configure(ISettings settings);

    /// <summary>Makes the enumerator.</summary>
    /// <param name="outlet">Where its splits and signals go.</param>
    /// <param name="state">What it remembered; null to begin.</param>
    public abstract HybridPartEnumerator CreateEnumerator(HybridOutlet outlet, byte[]? state);

    /// <summary>Makes a reader.</summary>
    /// <param name="context">Where it runs.</param>
    public abstract HybridPartReader<T> CreateReader(ISourceReaderContext context);
}
