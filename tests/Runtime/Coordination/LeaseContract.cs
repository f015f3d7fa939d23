namespace Akka.Flink.Runtime.Tests.Coordination;

using System.Diagnostics;
using Akka.Actor;
using Akka.Configuration;
using Akka.Coordination;
using Akka.Flink.Runtime;

/// <summary>Nodes that compete for a lease in one database; each is an actor system of its own.</summary>
public abstract class LeaseContract : IAsyncLifetime
{
    private const string Patient = "10s";
    private const string Impatient = "1s";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan TimeToLive = TimeSpan.FromSeconds(6);   // longer than the machine may stand still

    private readonly List<ActorSystem> _systems = [];

    /// <summary>The section of leases in the database.</summary>
    protected abstract Config Database { get; }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var system in _systems)
            await system.Terminate().WaitAsync(Deadline);
        DeleteDatabase();
    }

    [DatabaseFact]
    public async Task Has_one_owner_at_a_time()
    {
        var one = Lease("one");
        var other = Lease("other");

        Assert.True(await one.Acquire());
        Assert.False(await other.Acquire());

        Assert.True(one.CheckLease());
        Assert.False(other.CheckLease());
    }

    [DatabaseFact]
    public async Task Goes_to_another_once_it_is_released()
    {
        var one = Lease("one");
        var other = Lease("other");
        await one.Acquire();

        Assert.True(await one.Release());

        Assert.False(one.CheckLease());
        Assert.True(await other.Acquire());
    }

    [DatabaseFact]
    public async Task Can_be_acquired_again_by_its_owner()
    {
        var lease = Lease("one");

        Assert.True(await lease.Acquire());
        Assert.True(await lease.Acquire());
    }

    [DatabaseFact]
    public async Task Is_kept_for_longer_than_it_lasts_without_being_renewed()
    {
        var one = Lease("one");
        var other = Lease("other");
        await one.Acquire();

        var start = Stopwatch.GetTimestamp();
        await Until(async () =>
        {
            Assert.False(await other.Acquire());
            Assert.True(one.CheckLease());
            return Stopwatch.GetElapsedTime(start) > TimeToLive * 2;
        });
    }

    [DatabaseFact]
    public async Task Is_lost_by_an_owner_that_is_gone_when_its_time_is_up_and_not_before()
    {
        var one = Lease("one");
        await one.Acquire();
        var acquired = Stopwatch.GetTimestamp();
        await _systems[0].Terminate().WaitAsync(Deadline);   // without releasing it, as a crash

        var other = Lease("other");
        await Until(async () => await other.Acquire());

        Assert.True(Stopwatch.GetElapsedTime(acquired) >= TimeToLive - TimeSpan.FromMilliseconds(50));
        Assert.False(one.CheckLease());
    }

    [DatabaseFact]
    public async Task A_node_that_is_started_anew_at_the_same_address_is_another_owner()
    {
        var before = Lease("one");
        await before.Acquire();

        Assert.False(await Lease("one").Acquire());
    }

    [DatabaseFact]
    public async Task Tells_its_owner_when_it_is_lost()
    {
        var lease = Lease("one");
        var lost = new TaskCompletionSource<Exception?>();
        await lease.Acquire(lost.SetResult);

        Execute("UPDATE akka_flink_lease SET owner = 'somebody'");

        Assert.Null(await lost.Task.WaitAsync(Deadline));
        Assert.False(lease.CheckLease());
    }

    [DatabaseFact]
    public async Task Is_not_believed_in_when_the_database_has_not_answered_for_as_long_as_it_lasts()
    {
        var lease = Lease("one");
        var lost = new TaskCompletionSource<Exception?>();
        Assert.True(await lease.Acquire(lost.SetResult));

        using var locked = LockLeases();
        await Until(() => Task.FromResult(!lease.CheckLease()));

        Assert.IsType<LeaseException>(await lost.Task.WaitAsync(Deadline));
    }

    [DatabaseFact]
    public async Task Is_asked_for_in_vain_while_the_database_does_not_answer()
    {
        await Lease("one").Acquire();
        var other = Lease("other", timeout: Impatient);
        using var locked = LockLeases();

        await Assert.ThrowsAnyAsync<LeaseException>(other.Acquire);
    }

    [DatabaseFact]
    public async Task Of_many_that_ask_at_once_just_one_gets_it()
    {
        var leases = Enumerable.Range(0, 8).Select(number => Lease($"node-{number}")).ToArray();

        var answers = await Task.WhenAll(leases.Select(lease => lease.Acquire()));

        Assert.Single(answers, true);
        Assert.Single(leases, lease => lease.CheckLease());
    }

    [DatabaseFact]
    public async Task At_no_moment_do_two_believe_that_they_have_it()
    {
        var leases = Enumerable.Range(0, 3).Select(number => Lease($"node-{number}")).ToArray();
        var rounds = leases.Select(lease => Task.Run(async () =>
        {
            for (var round = 0; round < 10; round++)
            {
                if (!await lease.Acquire())
                    continue;

                var others = leases.Count(other => other != lease && other.CheckLease());
                if (lease.CheckLease())   // then it has been so all the time
                    Assert.Equal(0, others);
                await lease.Release();
            }
        }));

        await Task.WhenAll(rounds).WaitAsync(Deadline);
    }

    [DatabaseFact]
    public async Task Leases_of_other_names_are_not_concerned()
    {
        await Lease("one").Acquire();

        Assert.True(await Lease("other", "another-lease").Acquire());
    }

    protected virtual void DeleteDatabase()
    {
    }

    protected abstract void Execute(string sql);

    /// <summary>Keeps everybody else from writing until it is disposed of.</summary>
    protected abstract IDisposable LockLeases();

    protected Lease Lease(string owner, string name = "test", string timeout = Patient)
    {
        var system = ActorSystem.Create("test", ConfigurationFactory.ParseString($$"""
            akka.loglevel = OFF
            akka.stdout-loglevel = OFF
            akka.flink.lease { heartbeat-interval = 500ms, heartbeat-timeout = 6s, lease-operation-timeout = {{timeout}} }
            """).WithFallback(Database));
        _systems.Add(system);
        return LeaseProvider.Get(system).GetLease(name, ControlDatabaseLease.ConfigPath, owner);
    }

    private static async Task Until(Func<Task<bool>> condition)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Deadline, $"Not within {Deadline}.");
            await Task.Delay(20);
        }
    }
}
