namespace Akka.Flink.Sources;

/// <summary>Makes sources that read one source after the other.</summary>
/// <remarks><para><b>Flink.</b> The static methods of <c>HybridSource</c>.</para></remarks>
public static class HybridSource
{
    /// <summary>Begins with a source.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="first">The source that is read first.</param>
    /// <returns>What takes the others.</returns>
    /// <example><code source="samples/Docs/Hybrid.cs" region="hybrid-source" /></example>
    public static HybridSourceBuilder<T> Builder<T>(ISource<T> first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new HybridSourceBuilder<T>(() => first);
    }
}
