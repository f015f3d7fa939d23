namespace Akka.Flink.State.Serialization;

using System.Buffers;
using Akka.Flink.State.Serialization.Schemas;

/// <summary>The base of the serializers made here.</summary>
/// <typeparam name="T">The values' type.</typeparam>
internal abstract class Serializer<T> : Serializer, ITypeSerializer<T>
{
    private static readonly object True = new();
    private static readonly object False = new();

    private Schema? _schema;
    private object? _isImmutable;   // a reference, so that another thread sees all of it or nothing

    public sealed override Type Type => typeof(T);

    public Schema Schema => _schema ??= Describe(new SchemaScope());

    public bool IsImmutable => (_isImmutable ?? DeriveImmutability()) == (object)True;

    public abstract void Write(IBufferWriter<byte> output, T value);

    public abstract T Read(ref ReadOnlySpan<byte> input);

    public virtual T Copy(T value) => value;

    public ITypeSerializer<T>? ReaderFor(Schema written) => ReaderFor(written, new ReaderScope());

    /// <summary>A serializer that reads what was written under another schema, within the reading of a larger one.</summary>
    public ITypeSerializer<T>? ReaderFor(Schema written, ReaderScope scope)
    {
        written = scope.Resolve(written);
        return written.Equals(Schema) ? this : Convert(written, scope);
    }

    public sealed override object? UntypedReaderFor(Schema written, ReaderScope scope) => ReaderFor(written, scope);

    public override bool IsDeeplyImmutable(HashSet<Serializer> visited) => true;

    /// <summary>A serializer that reads a differing schema; null when that cannot become a <typeparamref name="T"/>.</summary>
    protected abstract ITypeSerializer<T>? Convert(Schema written, ReaderScope scope);

    private object DeriveImmutability() => _isImmutable = IsDeeplyImmutable([]) ? True : False;
}
