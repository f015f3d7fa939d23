namespace Akka.Flink.State;

/// <summary>Receives the codec of a key type as a type argument, so that what it builds is compiled with direct calls of the
/// codec.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TResult">What is built.</typeparam>
public interface IKeyCodecVisitor<TKey, TResult>
{
    /// <summary>Builds something over a codec.</summary>
    /// <typeparam name="TCodec">The codec's type: a struct without fields, of which <c>default</c> is a complete instance.</typeparam>
    /// <param name="codec">The codec.</param>
    /// <returns>What was built.</returns>
    TResult Visit<TCodec>(TCodec codec)
        where TCodec : struct, IKeyCodec<TKey>;
}
