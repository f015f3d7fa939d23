namespace Akka.Flink.State.Tests.Tables;

using Akka.Flink.State.Tables;
using static Akka.Flink.State.Tables.EntryFlags;

public class EntryFlagsTests
{
    private const int Kinds = 16;

    public static TheoryData<int> Lengths => [0, 1, 63, 64, 4096, 4097];   // around what a vector and a segment take

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_snapshot_of_changes_waits_for_each_entry_that_has_changed(int length)
    {
        var before = Any(length);
        var after = before.ToArray();

        BeginDelta(after);

        Assert.Equal(before.Select(flags => (flags & Changed) != 0 ? (byte)((flags & ~Changed) | Due) : flags), after);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_base_waits_for_each_entry_that_is_there_and_forgets_the_others(int length)
    {
        var before = Any(length);
        var after = before.ToArray();

        BeginBase(after);

        Assert.Equal(before.Select(flags => (flags & Present) != 0 ? (byte)((flags & ~Changed) | Due) : (byte)0), after);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(63, 1)]
    [InlineData(4096, 1)]
    [InlineData(4096, 100)]
    [InlineData(4097, 5000)]
    public void Finds_each_entry_that_was_removed(int length, int oneOf)
    {
        var random = new Random(length);
        var flags = Any(length).Select(each => random.Next(oneOf) == 0 ? each : (byte)(each | Present)).ToArray();
        var found = new List<int>();

        for (var i = 0; (i = NextRemoved(flags, i)) >= 0; i++)
            found.Add(i);

        Assert.Equal(Enumerable.Range(0, length).Where(i => flags[i] != 0 && (flags[i] & Present) == 0), found);
    }

    private static byte[] Any(int length)
    {
        var random = new Random(length);
        return [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next(Kinds))];
    }
}
