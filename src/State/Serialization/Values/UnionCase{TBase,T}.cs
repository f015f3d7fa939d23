namespace Akka.Flink.State.Serialization.Values;

using System.Buffers;
using Akka.Flink.State.Serialization.Schemas;

/// <summary>One of the types that may stand where a base type is declared.</summary>
/// <typeparam name="TBase">The declared type.</typeparam>
/// <typeparam name="T">The type.</typeparam>
/// <param name="serializer">Its serializer.</param>
internal sealed class UnionCase<TBase, T>(Serializer<T> serializer) : UnionCase<TBase>
    where T : TBase
{
    public override Serializer Serializer => serializer;

    public override void Write(IBufferWriter<byte> output, TBase value) => serializer.Write(output, (T)value!);

    public override TBase Copy(TBase value) => serializer.Copy((T)value!);

    public override TBase Read(ref ReadOnlySpan<byte> input) => serializer.Read(ref input);

    public override Reader<TBase>? ReaderFor(Schema written, ReaderScope scope) =>
        serializer.ReaderFor(written, scope) is { } reader ? (ref ReadOnlySpan<byte> input) => reader.Read(ref input) : null;
}
