namespace Akka.Flink.PostgreSql.Tests.Lookups;

using Akka.Flink.Connectors.PostgreSql;
using Akka.Flink.PostgreSql.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

public class LookupCacheTests
{
    private const int Keys = 6;
    private const int MaxEntries = 3;

    private static readonly TimeSpan Expiry = TimeSpan.FromSeconds(5);

    // A step: -1 lets a second pass; otherwise a key is looked for, and put with so many rows if it is not there.
    private static readonly Arbitrary<(int Key, int Rows)[]> Steps =
        (from key in Gen.Choose(-1, Keys - 1)
         from rows in Gen.Choose(0, 2)
         select (key, rows)).ArrayOf().ToArbitrary();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Knows_what_a_list_by_use_knows(bool cachesMissing) => Check.QuickThrowOnFailure(Prop.ForAll(Steps, steps =>
    {
        var clock = new TurnedClock();
        var cache = new LookupCache<int, string>(MaxEntries, Expiry, cachesMissing, clock);
        var model = new List<(int Key, string[] Rows, long Written)>();   // the last used at the end
        foreach (var (key, rows) in steps)
        {
            if (key < 0)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                continue;
            }

            var expected = model.Find(entry => entry.Key == key && clock.GetElapsedTime(entry.Written) < Expiry);
            Assert.Equal(expected.Rows is not null, cache.TryGet(key, out var found));
            Assert.Equal(expected.Rows, found);
            model.RemoveAll(entry => entry.Key == key);
            if (expected.Rows is not null)
            {
                model.Add(expected);
                continue;
            }

            string[] read = [.. Enumerable.Range(0, rows).Select(row => $"{key}/{row}")];
            cache.Put(key, read);
            if (rows > 0 || cachesMissing)
                model.Add((key, read, clock.GetTimestamp()));
            if (model.Count > MaxEntries)
                model.RemoveAt(0);
            Assert.Equal(model.Count, cache.Count);
        }
    }));

    [Fact]
    public void Holds_nothing_without_room()
    {
        var cache = new LookupCache<int, string>(0, TimeSpan.Zero, cachesMissing: true, new TurnedClock());

        cache.Put(1, ["one"]);

        Assert.False(cache.TryGet(1, out _));
    }
}
