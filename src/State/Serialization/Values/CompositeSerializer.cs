namespace Akka.Flink.State.Serialization.Values;

using System.Buffers;
using Akka.Flink.State.Serialization.Schemas;
using Akka.Flink.State.Serialization.Shapes;

/// <summary>Serializes records, structs, tuples and plain classes: their members one after the other, behind a byte 0 or 1 for null
/// where the type is a class.</summary>
/// <typeparam name="T">The values' type.</typeparam>
internal sealed class CompositeSerializer<T> : Serializer<T>, IComposite
{
    private readonly TypeShape _shape;
    private Serializer[] _members = [];
    private Action<IBufferWriter<byte>, T> _write = null!;
    private Reader<T> _read = null!;
    private Func<T, T>? _copy;

    public CompositeSerializer(TypeShape shape) => _shape = shape;

    /// <summary>Connects the serializers of the members, which may lead back to this one, and compiles.</summary>
    public void Connect(Serializer[] members)
    {
        _members = members;
        _write = CompositeWriting.Compile<T>(_shape, members);
        _read = CompositeReading.Compile<T>(_shape, members);
    }

    public override void Write(IBufferWriter<byte> output, T value) => _write(output, value);

    public override T Read(ref ReadOnlySpan<byte> input) => _read(ref input);

    public override T Copy(T value)
    {
        if (IsImmutable)
            return value;

        return (_copy ??= CompositeCopying.Compile<T>(_shape, _members))(value);
    }

    public override Schema Describe(SchemaScope scope) => scope.Enter(
        this,
        typeof(T).IsValueType ? SchemaKinds.Struct : SchemaKinds.Record,
        SchemaNames.Of(typeof(T)),
        () => _shape.Members.Select((member, i) => new SchemaField(member.Name, _members[i].Describe(scope))));

    public override bool IsDeeplyImmutable(HashSet<Serializer> visited) =>
        !visited.Add(this) || (!_shape.IsMutable && Array.TrueForAll(_members, member => member.IsDeeplyImmutable(visited)));

    protected override ITypeSerializer<T>? Convert(Schema written, ReaderScope scope) =>
        CompositeEvolution.ReaderFor(this, _shape, _members, written, scope);
}
