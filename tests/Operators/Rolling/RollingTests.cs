namespace Akka.Flink.Operators.Tests.Rolling;

public class RollingTests
{
    public sealed record Reading(string Key, int Value, string Name);

    public sealed class Mutable
    {
        public string Key { get; set; } = "";

        public double Value { get; set; }
    }

    private sealed record Fixed(string Key)
    {
        public int Value { get; } = 1;
    }

    [Fact]
    public void Replaces_the_member_in_the_first_record_of_the_key()
    {
        var script = new Script<Reading, Reading>(stream => stream.KeyBy(reading => reading.Key).Sum(reading => reading.Value));

        script.Record(new Reading("a", 1, "first"), 5).Record(new Reading("a", 2, "second"), 6).Record(new Reading("b", 9, "other"), 7);

        Assert.Equal(
            [$"{new Reading("a", 1, "first")}@5", $"{new Reading("a", 3, "first")}@6", $"{new Reading("b", 9, "other")}@7"], script.Take());
    }

    [Fact]
    public void Keeps_the_first_records_other_members_in_min_and_whole_records_in_minBy()
    {
        var min = new Script<Reading, Reading>(stream => stream.KeyBy(reading => reading.Key).Min(reading => reading.Value));
        var minBy = new Script<Reading, Reading>(stream => stream.KeyBy(reading => reading.Key).MinBy(reading => reading.Value));
        (Reading, long)[] records =
            [(new Reading("a", 5, "first"), 0), (new Reading("a", 3, "second"), 1), (new Reading("a", 3, "third"), 2)];

        min.Records(records);
        minBy.Records(records);

        Assert.Equal($"{new Reading("a", 3, "first")}@2", min.Take()[^1]);
        Assert.Equal($"{new Reading("a", 3, "second")}@2", minBy.Take()[^1]);
    }

    [Fact]
    public void Takes_the_last_of_equal_ones_where_that_is_asked_for()
    {
        var script = new Script<Reading, Reading>(
            stream => stream.KeyBy(reading => reading.Key).MaxBy(reading => reading.Value, first: false));

        script.Record(new Reading("a", 5, "first")).Record(new Reading("a", 5, "second"));

        Assert.Equal(new Reading("a", 5, "second").ToString(), script.Take()[^1]);
    }

    [Fact]
    public void Compares_texts_by_their_characters_whatever_the_culture()
    {
        var script = new Script<Reading, Reading>(stream => stream.KeyBy(reading => reading.Key).MaxBy(reading => reading.Name));

        script.Record(new Reading("a", 1, "a")).Record(new Reading("a", 2, "B"));

        Assert.Equal(new Reading("a", 1, "a").ToString(), script.Take()[^1]);
    }

    [Fact]
    public void Sums_members_of_tuples_structs_and_settable_classes()
    {
        var tuples = new Script<(string, byte), (string, byte)>(stream => stream.KeyBy(each => each.Item1).Sum(each => each.Item2));
        var classes = new Script<Mutable, Mutable>(stream => stream.KeyBy(each => each.Key).Sum(each => each.Value));
        var first = new Mutable { Key = "a", Value = 1 };

        tuples.Record(("a", 200)).Record(("a", 100));
        classes.Record(first).Record(new Mutable { Key = "a", Value = 2 });

        Assert.Equal(["(a, 200)", "(a, 44)"], tuples.Take());
        Assert.Equal(1, first.Value);
    }

    [Fact]
    public void Refuses_what_is_no_member_cannot_be_added_or_cannot_be_replaced()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        var readings = environment.FromElements(new Reading("a", 1, "x")).KeyBy(reading => reading.Key);
        var constant = environment.FromElements(new Fixed("a")).KeyBy(each => each.Key);

        Assert.Contains("not a field or property", Assert.Throws<JobException>(() => readings.Sum(reading => reading.Value + 1)).Message);
        Assert.Contains("'Name'", Assert.Throws<JobException>(() => readings.Sum(reading => reading.Name)).Message);
        Assert.Contains("cannot replace 'Value'", Assert.Throws<JobException>(() => constant.Sum(each => each.Value)).Message);
    }

    [Fact]
    public void Goes_on_after_a_restore_at_any_parallelism()
    {
        var script = new Script<Reading, Reading>(
            stream => stream.KeyBy(reading => reading.Key).Reduce((left, right) => right with { Value = left.Value + right.Value }));

        script.Record(new Reading("a", 1, "x")).SnapshotRestore(3)
            .Record(new Reading("a", 2, "y")).SnapshotRestore(2).Record(new Reading("a", 3, "z"));

        Assert.Equal(
            [new Reading("a", 1, "x").ToString(), new Reading("a", 3, "y").ToString(), new Reading("a", 6, "z").ToString()], script.Take());
    }
}
