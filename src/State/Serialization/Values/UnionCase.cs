namespace Akka.Flink.State.Serialization.Values;

using System.Buffers;
using Akka.Flink.State.Serialization.Schemas;

/// <summary>One of the types that may stand where a base type is declared.</summary>
/// <typeparam name="TBase">The declared type.</typeparam>
internal abstract class UnionCase<TBase>
{
    /// <summary>The type.</summary>
    public abstract Serializer Serializer { get; }

    /// <summary>Writes an object of the type.</summary>
    public abstract void Write(IBufferWriter<byte> output, TBase value);

    /// <summary>Copies an object of the type.</summary>
    public abstract TBase Copy(TBase value);

    /// <summary>A reader of what was written as the type; null when there is none.</summary>
    public abstract Reader<TBase>? ReaderFor(Schema written, ReaderScope scope);

    /// <summary>Reads an object of the type.</summary>
    public abstract TBase Read(ref ReadOnlySpan<byte> input);
}
