namespace Akka.Flink.State.Serialization.Values;

/// <summary>A serializer whose bytes have always the same length.</summary>
/// <typeparam name="T">The values' type.</typeparam>
internal interface IFixedSerializer<T> : IFixedSerializer
{
    /// <summary>Puts a value at the start of a span.</summary>
    void Put(Span<byte> span, T value);
}
