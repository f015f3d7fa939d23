namespace Akka.Flink.Sources;

/// <summary>Puts sources behind gates.</summary>
public static class GatedSource
{
    /// <summary>A source whose readers take no more records than a gate lets through.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="source">The source, of any kind.</param>
    /// <param name="gate">The gate.</param>
    /// <returns>The source; its splits and its state are those of <paramref name="source"/>, so that the gate can be changed, added or
    /// removed when a job goes on.</returns>
    /// <remarks><para><b>Flink.</b> <c>RateLimitedSourceReader</c>.</para></remarks>
    public static ISource<T> Behind<T>(this ISource<T> source, ISourceGate gate)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(gate);
        return source.Accept(new Maker<T>(gate));
    }

    private sealed class Maker<T>(ISourceGate gate) : ISourceVisitor<T, ISource<T>>
    {
        public ISource<T> Visit<TSplit, TEnumeratorState>(ISource<T, TSplit, TEnumeratorState> source)
            where TSplit : ISourceSplit =>
            new GatedSource<T, TSplit, TEnumeratorState>(source, gate);
    }
}
