namespace Akka.Flink.State;

using System.Buffers;

/// <summary>Turns values of a type into bytes and back.</summary>
/// <typeparam name="T">The values' type.</typeparam>
/// <remarks>
/// Little-endian, varints, nulls explicit. The bytes of a value do not describe themselves: what describes them, <see cref="Schema"/>, is
/// written once for each chunk or channel. To read what an older program wrote, <see cref="ReaderFor"/> makes a serializer that reads the
/// old form into the new type.
/// </remarks>
public interface ITypeSerializer<T>
{
    /// <summary>Describes the bytes: the type's name, its fields with their names and schemas, or its elements.</summary>
    Schema Schema { get; }

    /// <summary>Whether a value of this type never changes, so that it may be shared instead of copied.</summary>
    bool IsImmutable { get; }

    /// <summary>Writes a value in the form that <see cref="Schema"/> describes.</summary>
    /// <param name="output">Where to; advanced by exactly the bytes of the value.</param>
    /// <param name="value">The value, which must not change meanwhile; null where the type allows it.</param>
    void Write(IBufferWriter<byte> output, T value);

    /// <summary>Reads what <see cref="Write"/> wrote and moves <paramref name="input"/> behind it.</summary>
    /// <param name="input">Bytes that begin with a value; others may follow.</param>
    /// <returns>A value equal to the one written; nobody else changes it.</returns>
    T Read(ref ReadOnlySpan<byte> input);

    /// <summary>A value that shares nothing changeable with the one given; that one itself when it is immutable.</summary>
    /// <param name="value">The value to copy; it is not changed. Null where the type allows it.</param>
    T Copy(T value);

    /// <summary>A serializer that reads what was written under another schema.</summary>
    /// <param name="written">The schema found beside the bytes.</param>
    /// <returns>This one when the schemas are equal; null when what was written cannot become a <typeparamref name="T"/>.</returns>
    ITypeSerializer<T>? ReaderFor(Schema written);
}
