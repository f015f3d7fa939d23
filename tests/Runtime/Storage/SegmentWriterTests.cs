namespace Akka.Flink.Runtime.Tests.Storage;

public class SegmentWriterTests
{
    private readonly NodeBudget _budget = new(1000);
    private readonly List<SegmentProgress> _told = [];

    [Fact]
    public void Is_writable_up_to_the_eighth_chunk_on_its_way()
    {
        var writer = Make("s-1");
        for (var i = 0; i < 8; i++)
        {
            Assert.True(writer.IsWritable);
            writer.Append(new byte[1]);
        }

        Assert.False(writer.IsWritable);
        writer.Persisted(1, 1);
        Assert.True(writer.IsWritable);
    }

    [Fact]
    public void Is_not_writable_while_others_fill_the_budget_and_tells_when_it_is()
    {
        var greedy = Make("s-1");
        var modest = Make("s-2");
        greedy.Append(new byte[1000]);
        var before = modest.IsWritable;

        greedy.Persisted(1, 1000);

        Assert.False(before);
        Assert.True(modest.IsWritable);
        Assert.Contains(_told, progress => progress == new SegmentProgress(new SegmentId("s-2"), 0, null));
    }

    [Fact]
    public void Lets_who_was_woken_write_once_even_if_others_were_faster()
    {
        var greedy = Make("s-1");
        var modest = Make("s-2");
        greedy.Append(new byte[1000]);
        _ = modest.IsWritable;
        greedy.Persisted(1, 1000);
        greedy.Append(new byte[1000]);

        Assert.True(modest.IsWritable);
        modest.Append(new byte[1]);
        Assert.False(modest.IsWritable);
    }

    [Fact]
    public void Gives_everything_back_when_it_fails()
    {
        var writer = Make("s-1");
        writer.Append(new byte[300]);
        writer.Append(new byte[300]);
        writer.Persisted(1, 300);

        writer.Fail(new InvalidOperationException("first"));
        writer.Fail(new InvalidOperationException("second"));
        writer.Append(new byte[300]);

        Assert.Equal(0, _budget.UsedBytes);
        Assert.False(writer.IsWritable);
        Assert.Equal("first", Assert.Single(_told, progress => progress.Failure is not null).Failure!.Message);
        Assert.Equal(2, writer.Sent.Count);
    }

    [Fact]
    public void Gives_everything_back_when_appends_and_the_failure_meet()
    {
        for (var round = 0; round < 500; round++)
        {
            var writer = Make($"s-{round}");
            Parallel.Invoke(
                () =>
                {
                    for (var i = 0; i < 20; i++)
                        writer.Append(new byte[10]);
                },
                () => writer.Fail(new InvalidOperationException("broken")));

            Assert.Equal(0, _budget.UsedBytes);
        }
    }

    [Fact]
    public void Numbers_chunks_from_one()
    {
        var writer = Make("s-1");

        Assert.Equal([1L, 2L, 3L], new[] { writer.Append(new byte[1]), writer.Append(new byte[1]), writer.Append(new byte[1]) });
        Assert.Equal(3, writer.Appended);
        Assert.Equal([1L, 2L, 3L], writer.Sent);
    }

    private Recording Make(string name) => new(new SegmentId(name), _budget, progress =>
    {
        lock (_told)
            _told.Add(progress);
    });

    private sealed class Recording(SegmentId segment, NodeBudget budget, Action<SegmentProgress> persisted)
        : SegmentWriter(segment, budget, persisted)
    {
        public List<long> Sent { get; } = [];

        protected override void Send(long number, byte[] rented, int length) => Sent.Add(number);

        protected override void SendClose() => Sent.Add(-1);
    }
}
