namespace Akka.Flink.Operators;

using Akka.Flink.State;
using Akka.Flink.State.Keyed;
using Akka.Flink.State.Tables;

/// <summary>The serializers and codecs of a program's types, for the backends of its operators.</summary>
internal sealed class ProgramTypes : StateTypes
{
    /// <summary>The only one: it has no state.</summary>
    public static readonly ProgramTypes Instance = new();

    private ProgramTypes()
    {
    }

    /// <inheritdoc/>
    public override ITypeSerializer<T> SerializerOf<T>() => TypeSerializers.For<T>();

    /// <inheritdoc/>
    public override Schema KeySchemaOf<T>() => TypeSerializers.For<T>().Schema;

    /// <inheritdoc/>
    public override SubSpace<T> SpaceOf<T>(SlotSpace parent, bool isChained) => KeyCodecs.Visit(new SpaceMaker<T>(parent, isChained));

    private sealed class SpaceMaker<T>(SlotSpace parent, bool isChained) : IKeyCodecVisitor<T, SubSpace<T>>
    {
        public SubSpace<T> Visit<TCodec>(TCodec codec)
            where TCodec : struct, IKeyCodec<T> =>
            new IndexedSubSpace<T, TCodec>(parent, codec, isChained);
    }
}
