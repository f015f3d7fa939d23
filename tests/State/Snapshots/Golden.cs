namespace Akka.Flink.State.Tests.Snapshots;

using Akka.Flink.State.Keyed;
using Akka.Flink.State.Tests.Keyed;

/// <summary>A chunk with an entry of each kind, as the first version of the format wrote it.</summary>
internal static class Golden
{
    // It must be readable for ever: when the format changes, a newer one comes beside it.
    public const string Version1 =
        "41465343017f010000026f7003030000101005696e7436340000080576616c7565010805696e7436340000046c697374020806737472696e"
        + "670000036d6170030c06737472696e67000005696e7436340000086578706972696e67010906737472696e6700000962792d77696e646f77"
        + "010a05696e743634000005696e74363400000a6576656e742d74696d6506000d77696e646f772d74696d657273060205696e743634000007"
        + "77696e646f7773070a05696e743634000005696e743634000000900005000000000000000600000000000000048d00050000000000000000"
        + "036f6e65048d000500000000000000020374776f0892000500000000000000016d09000000000000000c95000500000000000000e8030000"
        + "0000000004736f6f6e109800050000000000000064000000000000000b00000000000000148a0005000000000000009901189a0005000000"
        + "00000000c800000000000000feffffffffffffffff011c92000500000000000000d00f0c0000000000000079b5713c";

    public static ReadOnlyMemory<byte> Write()
    {
        var backend = Backends.New();
        var windows = backend.GetNamespace<long>();
        backend.SetCurrentKey(5);
        backend.GetState(new ValueStateDescriptor<long>("value")).Update(6);
        backend.GetListState(new ListStateDescriptor<string>("list")).AddAll(["one", "two"]);
        backend.GetMapState(new MapStateDescriptor<string, long>("map")).Put("m", 9);
        backend.ProcessingTimeMs = 1000;
        backend.GetState(
            new ValueStateDescriptor<string>("expiring") { TimeToLive = StateTtlConfig.Of(TimeSpan.FromSeconds(1)) }).Update("soon");
        windows.SetCurrent(100);
        backend.GetState(new ValueStateDescriptor<long>("by-window"), windows).Update(11);
        backend.GetTimers("event-time").Register(backend.CurrentSlot, -77);
        backend.GetTimers("window-timers", windows).Register(backend.CurrentSlot, 200, long.MaxValue);
        backend.GetWindows<long>("windows").GetOrOpen(1000).GetOrAdd(5, default(LongCodec).Hash(5), out _) = 12;
        return Backends.Snapshot(backend, 3).Single();
    }

    public static void Check(KeyedStateBackend<long, LongCodec> backend)
    {
        var windows = backend.GetNamespace<long>();
        backend.SetCurrentKey(5);
        Assert.Equal(6, backend.GetState(new ValueStateDescriptor<long>("value")).Value);
        Assert.Equal(["one", "two"], backend.GetListState(new ListStateDescriptor<string>("list")));
        Assert.Equal(9, backend.GetMapState(new MapStateDescriptor<string, long>("map")).Get("m"));
        backend.ProcessingTimeMs = 1999;
        Assert.Equal(
            "soon",
            backend.GetState(
                new ValueStateDescriptor<string>("expiring") { TimeToLive = StateTtlConfig.Of(TimeSpan.FromSeconds(1)) }).Value);
        windows.SetCurrent(100);
        Assert.Equal(11, backend.GetState(new ValueStateDescriptor<long>("by-window"), windows).Value);
        Assert.True(backend.GetTimers("event-time").Contains(backend.CurrentSlot, -77));
        Assert.True(backend.GetTimers("window-timers", windows).TryPop(long.MaxValue, out var at, out var slot, out var window));
        Assert.Equal((long.MaxValue, 5, 200), (at, backend.KeyAt(slot), window));
        Assert.Equal(12, backend.GetWindows<long>("windows").Find(1000)!.Find(5, default(LongCodec).Hash(5)));
    }
}
