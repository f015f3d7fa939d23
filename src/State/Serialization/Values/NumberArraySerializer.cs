namespace Akka.Flink.State.Serialization.Values;

using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Akka.Flink.State.Serialization.Schemas;

/// <summary>Serializes arrays of numbers, bytes among them, as one block. The bytes are those of
/// <see cref="ArraySerializer{T}"/>.</summary>
/// <typeparam name="T">The numbers' type.</typeparam>
/// <param name="element">The serializer of a number.</param>
internal sealed class NumberArraySerializer<T>(Serializer<T> element) : Serializer<T[]?>
    where T : unmanaged
{
    private readonly ArraySerializer<T> _single = new(element);

    public override void Write(IBufferWriter<byte> output, T[]? value)
    {
        if (value is null || !BitConverter.IsLittleEndian)
        {
            _single.Write(output, value);
            return;
        }

        Wire.WriteLength(output, (uint)value.Length + 1);
        output.Write(MemoryMarshal.AsBytes(value.AsSpan()));
    }

    public override T[]? Read(ref ReadOnlySpan<byte> input)
    {
        if (!BitConverter.IsLittleEndian)
            return _single.Read(ref input);
        if (!CollectionReading.TryReadCount(ref input, out var count))
            return null;

        var size = Math.Min((long)count * Unsafe.SizeOf<T>(), int.MaxValue);
        return MemoryMarshal.Cast<byte, T>(Wire.ReadBytes(ref input, (int)size)).ToArray();
    }

    public override T[]? Copy(T[]? value) => value?.AsSpan().ToArray();

    public override Schema Describe(SchemaScope scope) => _single.Describe(scope);

    public override bool IsDeeplyImmutable(HashSet<Serializer> visited) => false;

    protected override ITypeSerializer<T[]?>? Convert(Schema written, ReaderScope scope) => _single.ReaderFor(written, scope);
}
