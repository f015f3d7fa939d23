namespace Akka.Flink.State.Serialization.Values;

using System.Buffers;
using System.Reflection;
using Akka.Flink.State.Serialization.Schemas;

/// <summary>Serializes values whose bytes have always the same length.</summary>
/// <typeparam name="T">The values' type.</typeparam>
/// <typeparam name="TFormat">Their form.</typeparam>
internal sealed class FixedSerializer<T, TFormat> : Serializer<T>, IFixedSerializer<T>
    where TFormat : struct, IFixedFormat<T>
{
    public int Size => TFormat.Size;

    public MethodInfo PutMethod => typeof(TFormat).GetMethod(nameof(IFixedFormat<>.Put), BindingFlags.Public | BindingFlags.Static)!;

    public MethodInfo ReadMethod => typeof(TFormat).GetMethod(nameof(IFixedFormat<>.Read), BindingFlags.Public | BindingFlags.Static)!;

    public void Put(Span<byte> span, T value) => TFormat.Put(span, 0, value);

    public override void Write(IBufferWriter<byte> output, T value)
    {
        TFormat.Put(output.GetSpan(TFormat.Size), 0, value);
        output.Advance(TFormat.Size);
    }

    public override T Read(ref ReadOnlySpan<byte> input) => TFormat.Read(ref input);

    public override Schema Describe(SchemaScope scope) => Schema.Of(TFormat.Kind);

    protected override ITypeSerializer<T>? Convert(Schema written, ReaderScope scope) => NumberWidening.ReaderFor(this, written);
}
