namespace Akka.Flink.State.Serialization.Values;

using System.Buffers;
using Akka.Flink.State.Serialization.Schemas;

/// <summary>Serializes objects declared as a base type or interface: the position + 1 of the actual type among the known ones, or 0 for
/// null, and the object.</summary>
/// <typeparam name="TBase">The declared type.</typeparam>
/// <param name="names">The names of the known types, in order.</param>
/// <param name="types">The known types.</param>
internal sealed class UnionSerializer<TBase>(string[] names, Type[] types) : Serializer<TBase>, IComposite
{
    private UnionCase<TBase>[] _cases = [];

    /// <summary>Connects the serializers of the types.</summary>
    public void Connect(Serializer[] members) => _cases = Array.ConvertAll(
        members, member => (UnionCase<TBase>)Activator.CreateInstance(
            typeof(UnionCase<,>).MakeGenericType(typeof(TBase), member.Type), member)!);

    public override void Write(IBufferWriter<byte> output, TBase value)
    {
        if (value is null)
        {
            Wire.WriteLength(output, 0);
            return;
        }

        var index = IndexOf(value);
        Wire.WriteLength(output, (uint)index + 1);
        _cases[index].Write(output, value);
    }

    public override TBase Read(ref ReadOnlySpan<byte> input)
    {
        var head = Wire.ReadLength(ref input);
        if (head > (uint)_cases.Length)
            throw SerializationErrors.Damaged($"type {head} of {_cases.Length}");

        return head == 0 ? default! : _cases[head - 1].Read(ref input);
    }

    public override TBase Copy(TBase value) => value is null || IsImmutable ? value : _cases[IndexOf(value)].Copy(value);

    public override Schema Describe(SchemaScope scope) => scope.Enter(
        this, SchemaKinds.Union, SchemaNames.Of(typeof(TBase)),
        () => _cases.Select((part, i) => new SchemaField(names[i], part.Serializer.Describe(scope))));

    public override bool IsDeeplyImmutable(HashSet<Serializer> visited) =>
        !visited.Add(this) || Array.TrueForAll(_cases, part => part.Serializer.IsDeeplyImmutable(visited));

    protected override ITypeSerializer<TBase>? Convert(Schema written, ReaderScope scope)
    {
        if (written.Kind != SchemaKinds.Union)
            return FromSingle(written, scope);
        if (!SchemaNames.Match(typeof(TBase), written.Name))
            return null;
        if (scope.Find(typeof(TBase), written) is { } known)
            return (ITypeSerializer<TBase>)known;

        var deferred = new DeferredReader<TBase>();
        scope.Add(typeof(TBase), written, deferred);
        var readers = scope.Within(written, () => Readers(written, scope));
        return readers is null
            ? null
            : deferred.Become(new ConvertingReader<TBase>(this, (ref ReadOnlySpan<byte> input) => Read(ref input, readers)));
    }

    /// <summary>Reads what was written when the type had no subtypes.</summary>
    private ConvertingReader<TBase>? FromSingle(Schema written, ReaderScope scope)
    {
        var own = Array.IndexOf(types, typeof(TBase));
        return own >= 0 && _cases[own].ReaderFor(written, scope) is { } read ? new ConvertingReader<TBase>(this, read) : null;
    }

    private Reader<TBase>[]? Readers(Schema written, ReaderScope scope)
    {
        var readers = new Reader<TBase>[written.Fields.Length];
        for (var i = 0; i < readers.Length; i++)
        {
            var field = written.Fields[i];
            var index = Array.FindIndex(names, name => name == field.Name);
            if (index < 0)
                index = Array.FindIndex(types, type => SchemaNames.Match(type, field.Name));
            if (index < 0 || _cases[index].ReaderFor(field.Schema, scope) is not { } reader)
                return null;

            readers[i] = reader;
        }

        return readers;
    }

    private static TBase Read(ref ReadOnlySpan<byte> input, Reader<TBase>[] readers)
    {
        var head = Wire.ReadLength(ref input);
        if (head > (uint)readers.Length)
            throw SerializationErrors.Damaged($"type {head} of {readers.Length}");

        return head == 0 ? default! : readers[head - 1](ref input);
    }

    private int IndexOf(TBase value)
    {
        var actual = value!.GetType();
        for (var i = 0; i < types.Length; i++)
        {
            if (types[i] == actual)
                return i;
        }

        throw SerializationErrors.UnknownSubtype(typeof(TBase), actual);
    }
}
