namespace Akka.Flink.State.Tests.Keyed;

using Akka.Flink.State.Keyed;
using Akka.Flink.State.Tables;

/// <summary>Serializers and codecs of the tests: long, string, and a class that is changed in place.</summary>
internal sealed class TestTypes : StateTypes
{
    public override ITypeSerializer<T> SerializerOf<T>() => (ITypeSerializer<T>)(object)(typeof(T) switch
    {
        var type when type == typeof(long) => new TestSerializer<long>("int64", default(LongCodec)),
        var type when type == typeof(string) => new TestSerializer<string>("string", default(StringCodec)),
        var type when type == typeof(Bulk) => new TestSerializer<Bulk>("bulk", default(BulkCodec)),
        var type when type == typeof(Box) => new TestSerializer<Box>("box", default(BoxCodec), box => new Box { Content = box.Content }),
        var type => throw new InvalidOperationException($"The tests have no serializer of {type}."),
    });

    public override Schema KeySchemaOf<T>() => SerializerOf<T>().Schema;

    public override SubSpace<T> SpaceOf<T>(SlotSpace parent, bool isChained) => typeof(T) == typeof(long)
        ? (SubSpace<T>)(object)new IndexedSubSpace<long, LongCodec>(parent, default, isChained)
        : (SubSpace<T>)(object)new IndexedSubSpace<string, StringCodec>(parent, default, isChained);
}
