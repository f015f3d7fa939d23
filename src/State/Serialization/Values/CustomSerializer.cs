namespace Akka.Flink.State.Serialization.Values;

using System.Buffers;
using Akka.Flink.State.Serialization.Schemas;

/// <summary>A serializer that the user wrote, as a member of the graph of serializers.</summary>
/// <typeparam name="T">The values' type.</typeparam>
/// <param name="inner">The user's serializer.</param>
internal sealed class CustomSerializer<T>(ITypeSerializer<T> inner) : Serializer<T>
{
    public override void Write(IBufferWriter<byte> output, T value) => inner.Write(output, value);

    public override T Read(ref ReadOnlySpan<byte> input) => inner.Read(ref input);

    public override T Copy(T value) => inner.Copy(value);

    public override Schema Describe(SchemaScope scope) => inner.Schema;

    public override bool IsDeeplyImmutable(HashSet<Serializer> visited) => inner.IsImmutable;

    protected override ITypeSerializer<T>? Convert(Schema written, ReaderScope scope) => inner.ReaderFor(written);
}
