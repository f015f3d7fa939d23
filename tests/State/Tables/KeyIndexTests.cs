namespace Akka.Flink.State.Tests.Tables;

using Akka.Flink.State.Tables;
using Akka.Flink.State.Tests.Keyed;
using FsCheck;
using FsCheck.Fluent;

public class KeyIndexTests
{
    [Fact]
    public void Finds_what_a_dictionary_finds() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<(int Key, bool IsRemoved)[]>(), steps => Compare<LongCodec>(steps)));

    [Fact]
    public void Finds_what_a_dictionary_finds_where_hashes_are_bad() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(ArbMap.Default.ArbFor<(int Key, bool IsRemoved)[]>(), steps => Compare<WeakLongCodec>(steps)));

    [Fact]
    public void Keeps_a_hundred_thousand_keys_through_adding_and_removing()
    {
        var index = new KeyIndex<long, LongCodec>(default);
        var model = new Dictionary<long, int>();
        var random = new Random(7);
        for (var i = 0; i < 400_000; i++)
        {
            var key = random.NextInt64(100_000);
            var slot = index.GetOrAdd(key, default(LongCodec).Hash(key));
            if (model.TryGetValue(key, out var known))
            {
                Assert.Equal(known, slot);
                if (random.Next(3) == 0)
                {
                    index.Release(slot);
                    model.Remove(key);
                }
            }
            else
            {
                index.Retain(slot);
                model.Add(key, slot);
            }

            index.EndBatch();
        }

        Assert.Equal(model.Count, index.Count);
        foreach (var (key, slot) in model)
        {
            Assert.Equal(slot, index.Find(key, default(LongCodec).Hash(key)));
            Assert.Equal(key, index.KeyAt(slot));
        }

        Assert.Equal(-1, index.Find(-1, default(LongCodec).Hash(-1)));
    }

    [Fact]
    public void Takes_thousands_of_keys_with_a_handful_of_hashes()
    {
        var index = new KeyIndex<long, WeakLongCodec>(default);

        for (long key = 0; key < 8000; key++)
            index.Retain(index.GetOrAdd(key, default(WeakLongCodec).Hash(key)));

        for (long key = 0; key < 8000; key += 2)
            index.Release(index.Find(key, default(WeakLongCodec).Hash(key)));
        index.EndBatch();
        for (long key = 0; key < 8000; key++)
            index.Retain(index.GetOrAdd(key, default(WeakLongCodec).Hash(key)));

        Assert.Equal(8000, index.Count);
        for (long key = 0; key < 8000; key++)
            Assert.Equal(key, index.KeyAt(index.Find(key, default(WeakLongCodec).Hash(key))));
    }

    [Fact]
    public void Frees_slots_at_the_end_of_a_batch_only()
    {
        var index = new KeyIndex<string, StringCodec>(default);
        var a = index.GetOrAdd("a", default(StringCodec).Hash("a"));
        var b = index.GetOrAdd("b", default(StringCodec).Hash("b"));
        index.Retain(b);

        Assert.Equal(2, index.Count);
        Assert.Equal(a, index.Find("a", default(StringCodec).Hash("a")));
        index.EndBatch();

        Assert.Equal(-1, index.Find("a", default(StringCodec).Hash("a")));
        Assert.Equal(b, index.Find("b", default(StringCodec).Hash("b")));
        Assert.Equal(a, index.GetOrAdd("c", default(StringCodec).Hash("c")));
    }

    [Fact]
    public void Resolves_batches_like_single_keys()
    {
        var index = new KeyIndex<long, LongCodec>(default);
        for (long key = 0; key < 50_000; key++)
            index.Retain(index.GetOrAdd(key, default(LongCodec).Hash(key)));
        long[] keys = [.. Enumerable.Range(0, 500).Select(i => (long)i * 97)];
        uint[] hashes = [.. keys.Select(key => default(LongCodec).Hash(key))];
        var slots = new int[keys.Length];

        index.Resolve(keys, hashes, slots);

        Assert.Equal(keys, slots.Select(index.KeyAt));
    }

    private static void Compare<TCodec>((int Key, bool IsRemoved)[] steps)
        where TCodec : struct, IKeyCodec<long>
    {
        TCodec codec = default;
        var pages = new HashPages<long, SlotEntry<long>, TCodec>(codec, new PagePool<SlotEntry<long>>(), growInSmallSteps: false);
        var model = new Dictionary<long, int>();
        for (var i = 0; i < steps.Length; i++)
        {
            long key = steps[i].Key;
            if (steps[i].IsRemoved)
            {
                Assert.Equal(model.Remove(key), pages.Remove(key, codec.Hash(key)));
                continue;
            }

            ref var entry = ref pages.GetOrAdd(key, codec.Hash(key), out var added);
            Assert.Equal(!model.ContainsKey(key), added);
            entry.Slot = model[key] = i;
        }

        var found = new Dictionary<long, int>();
        for (var page = 0; page < pages.PageCount; page++)
        {
            foreach (ref var entry in pages.PageAt(page))
            {
                if (entry.Tag != 0)
                    found.Add(entry.Key, entry.Slot);
            }
        }

        Assert.Equal(model.OrderBy(pair => pair.Key), found.OrderBy(pair => pair.Key));
        Assert.Equal(model.Count, pages.Count);
    }
}
