namespace Akka.Flink.Runtime.Tests.Storage;

public class NodeBudgetTests
{
    [Fact]
    public void Has_64_MiB_unless_told_otherwise() => Assert.Equal(67_108_864, new NodeBudget().LimitBytes);

    [Fact]
    public void Has_room_until_the_limit_is_reached()
    {
        var budget = new NodeBudget(100);
        budget.Take(99);
        var before = budget.HasRoom;

        budget.Take(1);

        Assert.True(before);
        Assert.False(budget.HasRoom);
    }

    [Fact]
    public void Wakes_those_that_wait_in_order_once_there_is_room()
    {
        var budget = new NodeBudget(100);
        var woken = new List<string>();
        budget.Take(150);
        budget.Wait(new Waiter("a", woken));
        budget.Wait(new Waiter("b", woken));

        budget.Return(50);
        var early = woken.Count;
        budget.Return(1);

        Assert.Equal(0, early);
        Assert.Equal(["a", "b"], woken);
    }

    [Fact]
    public void Has_no_room_for_others_while_someone_waits()
    {
        var budget = new NodeBudget(100);
        budget.Take(100);
        budget.Wait(new Waiter("a", [], () => Assert.True(budget.UsedBytes < 100)));
        budget.Wait(new Waiter("b", [], () => budget.Take(100)));
        budget.Wait(new Waiter("c", []));

        budget.Return(10);

        Assert.False(budget.HasRoom);
        budget.Return(60);
        Assert.False(budget.HasRoom);
        budget.Return(60);
        Assert.True(budget.HasRoom);
    }

    [Fact]
    public void Wakes_at_once_when_the_room_came_back_meanwhile()
    {
        var woken = new List<string>();

        new NodeBudget(100).Wait(new Waiter("a", woken));

        Assert.Equal(["a"], woken);
    }

    [Fact]
    public void Loses_no_waiter_among_many_threads()
    {
        var budget = new NodeBudget(10);
        var done = 0;

        Parallel.For(0, 8, _ =>
        {
            for (var i = 0; i < 2000; i++)
            {
                using var woken = new ManualResetEventSlim(budget.HasRoom);
                if (!woken.IsSet)
                    budget.Wait(new Waiter("", [], woken.Set));
                Assert.True(woken.Wait(TimeSpan.FromSeconds(30)), "Nobody woke it.");
                budget.Take(5);
                budget.Return(5);
                Interlocked.Increment(ref done);
            }
        });

        Assert.Equal(16_000, done);
        Assert.Equal(0, budget.UsedBytes);
        Assert.True(budget.HasRoom);
    }

    private sealed class Waiter(string name, List<string> woken, Action? then = null) : IBudgetWaiter
    {
        public void RoomReturned()
        {
            lock (woken)
                woken.Add(name);
            then?.Invoke();
        }
    }
}
