namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

/// <summary>What is done to the world from outside: jobs are submitted, stopped and canceled, and everything crashes, until it is
/// quiet.</summary>
/// <param name="world">The world.</param>
internal sealed class Chaos(World world)
{
    private const int PollMs = 400;

    private readonly List<ManagerNode> _managers = [];

    public bool IsOver { get; private set; }

    public IEnumerable<MasterNode> Masters =>
        _managers.Where(manager => manager.IsLeading).Select(manager => manager.Master).OfType<MasterNode>();

    public void Begin()
    {
        StartManager();
        Poll();
        if (world.Scenario.CrashEveryMs < long.MaxValue)
            world.After(world.Scenario.Random.Next(1, (int)world.Scenario.CrashEveryMs), Strike);
    }

    /// <summary>A manager's write was refused: it starts again.</summary>
    public void OnDeposed(ManagerNode manager)
    {
        manager.Crash();
        _managers.Remove(manager);
        if (_managers.Count == 0)
            world.After(world.Scenario.Random.Next(50, 1_000), StartManager);
    }

    public void Register(HostModel host)
    {
        foreach (var manager in _managers.ToArray())
            manager.Register(host);
    }

    public void Lose(HostModel host)
    {
        foreach (var manager in _managers.ToArray())
            manager.Lose(host);
    }

    private void Rescale()
    {
        var uid = world.Scenario.Happens(0.3) ? TaskNode.UidOf(world.Scenario.Random.Next(3)) : null;
        foreach (var manager in _managers.Where(manager => manager is { IsLeading: true, IsRunning: true }).ToArray())
            manager.Take(new LedgerInputs.Rescale(World.Job, world.Scenario.Parallelism(), uid));
    }

    private void StartManager() => _managers.Add(new ManagerNode(world));

    // Whoever submitted the job sees to it that it runs, until it has finished.
    private void Poll()
    {
        if (world.Journal.Ledger.Jobs.GetValueOrDefault(World.Job) is { Status: JobStatus.Finished })
        {
            IsOver = true;
            return;
        }

        foreach (var manager in _managers.Where(manager => manager is { IsLeading: true, IsRunning: false }).ToArray())
            manager.Submit();
        world.After(PollMs, Poll);
    }

    private void Strike()
    {
        if (!world.IsChaotic)
            return;

        switch (world.Scenario.Random.Next(world.Scenario.IsCluster ? 11 : 7))
        {
            case 0:
                CrashManager();
                break;
            case 1:
                CrashManager();
                CrashTasks(1);
                break;
            case 2:
                StartSecondManager();
                break;
            case 3:
                Order(new JobInputs.Stop());
                break;
            case 4 when world.Scenario.Happens(0.5):
                Order(new JobInputs.Cancel());
                break;
            case 5:
                FailTask();
                break;
            case 6 or 7 or 8 when world.Scenario.IsCluster:
                world.Nodes.Strike();
                break;
            case 9:
                Rescale();
                break;
            default:
                CrashTasks(0.3);
                break;
        }

        world.After(world.Scenario.Random.Next(1, (int)world.Scenario.CrashEveryMs), Strike);
    }

    private void CrashManager()
    {
        foreach (var manager in _managers)
        {
            world.Trace("chaos", $"manager {manager.Term} crashes");
            manager.Crash();
        }

        _managers.Clear();
        world.After(world.Scenario.Random.Next(50, 3_000), StartManager);
    }

    // The first is not gone, only out of sight: both think that they lead until the journal tells one of them.
    private void StartSecondManager()
    {
        if (_managers.Count != 1)
            return;

        world.Trace("chaos", "a second manager starts");
        StartManager();
    }

    private void Order(object order)
    {
        foreach (var master in Masters.ToArray())
        {
            world.Trace("chaos", order);
            master.Take(order);
        }
    }

    private void CrashTasks(double share)
    {
        foreach (var task in world.Nodes.Tasks.ToArray())
        {
            if (world.Scenario.Happens(share))
                task.Crash();
        }
    }

    private void FailTask()
    {
        var tasks = world.Nodes.Tasks.ToArray();
        if (tasks.Length == 0)
            return;

        var failure = new TaskFailure(ErrorDomain.Function, true, "by chance", null, null);
        tasks[world.Scenario.Random.Next(tasks.Length)].Take(new TaskInputs.Failed(failure));
    }
}
