namespace Akka.Flink.State.Serialization.Values;

/// <summary>A form of bytes whose length is always the same.</summary>
/// <typeparam name="T">The values' type.</typeparam>
internal interface IFixedFormat<T>
{
    /// <summary>How many bytes.</summary>
    static abstract int Size { get; }

    /// <summary>Its name in schemas.</summary>
    static abstract string Kind { get; }

    /// <summary>Puts a value into a span.</summary>
    static abstract void Put(Span<byte> span, int offset, T value);

    /// <summary>Reads a value and moves the input behind it.</summary>
    static abstract T Read(ref ReadOnlySpan<byte> input);
}
