namespace Akka.Flink.StateBenchmarks;

using Akka.Flink.State;
using Akka.Flink.State.Keyed;
using Akka.Flink.State.Tables;

/// <summary>The types of the benchmarks.</summary>
internal sealed class BenchmarkTypes : StateTypes
{
    public override ITypeSerializer<T> SerializerOf<T>() => (ITypeSerializer<T>)(object)new CountAndSumSerializer();

    public override Schema KeySchemaOf<T>() => Schema.Of("int64");

    public override SubSpace<T> SpaceOf<T>(SlotSpace parent, bool isChained) =>
        (SubSpace<T>)(object)new IndexedSubSpace<long, LongCodec>(parent, default, isChained);
}
