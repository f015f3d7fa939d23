namespace Akka.Flink.State.Serialization.Values;

using System.Buffers;
using System.Reflection;
using System.Runtime.CompilerServices;
using Akka.Flink.State.Serialization.Schemas;

/// <summary>Serializes enums as the numbers beneath them; the schema has the names, so that a later program with other numbers reads
/// the same names.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
internal sealed class EnumSerializer<TEnum> : Serializer<TEnum>, IFixedSerializer<TEnum>
    where TEnum : unmanaged, Enum
{
    public int Size => Unsafe.SizeOf<TEnum>();

    public MethodInfo PutMethod => typeof(Wire).GetMethod(nameof(Wire.Put))!.MakeGenericMethod(typeof(TEnum));

    public MethodInfo ReadMethod => typeof(Wire).GetMethod(nameof(Wire.Read))!.MakeGenericMethod(typeof(TEnum));

    public void Put(Span<byte> span, TEnum value) => Wire.Put(span, 0, value);

    public override void Write(IBufferWriter<byte> output, TEnum value) => Wire.Write(output, value);

    public override TEnum Read(ref ReadOnlySpan<byte> input) => Wire.Read<TEnum>(ref input);

    public override Schema Describe(SchemaScope scope)
    {
        var fields = Enum.GetNames<TEnum>().Select(name => new SchemaField(name, new Schema(SchemaKinds.Constant, Number(name), [])));
        var number = new SchemaField(SchemaKinds.Value, Schema.Of(Enum.GetUnderlyingType(typeof(TEnum)).Name.ToLowerInvariant()));
        return new Schema(SchemaKinds.Enum, SchemaNames.Of(typeof(TEnum)), [number, .. fields]);
    }

    protected override ITypeSerializer<TEnum>? Convert(Schema written, ReaderScope scope) => EnumReader<TEnum>.For(this, written);

    private static string Number(string name) => Enum.Parse<TEnum>(name).ToString("D");
}
