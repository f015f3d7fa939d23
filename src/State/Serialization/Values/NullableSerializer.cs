namespace Akka.Flink.State.Serialization.Values;

using System.Buffers;
using Akka.Flink.State.Serialization.Schemas;

/// <summary>Serializes values that may be absent.</summary>
/// <typeparam name="T">The values' type.</typeparam>
/// <param name="inner">The serializer of a value that is there.</param>
internal sealed class NullableSerializer<T>(Serializer<T> inner) : Serializer<T?>
    where T : struct
{
    private readonly IFixedSerializer<T>? _fixed = inner as IFixedSerializer<T>;

    public override void Write(IBufferWriter<byte> output, T? value)
    {
        if (_fixed is not null && value.HasValue)
        {
            WriteFixed(output, _fixed, value.GetValueOrDefault());
            return;
        }

        Wire.WriteFlag(output, value.HasValue);
        if (value.HasValue)
            inner.Write(output, value.GetValueOrDefault());
    }

    public override T? Read(ref ReadOnlySpan<byte> input) => Wire.ReadFlag(ref input) ? inner.Read(ref input) : null;

    public override T? Copy(T? value) => value.HasValue ? inner.Copy(value.GetValueOrDefault()) : null;

    public override Schema Describe(SchemaScope scope) =>
        new(SchemaKinds.Nullable, "", [new SchemaField(SchemaKinds.Value, inner.Describe(scope))]);

    public override bool IsDeeplyImmutable(HashSet<Serializer> visited) => inner.IsDeeplyImmutable(visited);

    protected override ITypeSerializer<T?>? Convert(Schema written, ReaderScope scope)
    {
        if (written.Kind != SchemaKinds.Nullable)
            return inner.ReaderFor(written, scope) is { } present
                ? new ConvertingReader<T?>(this, (ref ReadOnlySpan<byte> input) => present.Read(ref input))
                : null;

        return inner.ReaderFor(written.Fields[0].Schema, scope) is not { } value
            ? null
            : new ConvertingReader<T?>(this, (ref ReadOnlySpan<byte> input) => Wire.ReadFlag(ref input) ? value.Read(ref input) : null);
    }

    private static void WriteFixed(IBufferWriter<byte> output, IFixedSerializer<T> serializer, T value)
    {
        var span = output.GetSpan(1 + serializer.Size);
        span[0] = 1;
        serializer.Put(span[1..], value);
        output.Advance(1 + serializer.Size);
    }
}
