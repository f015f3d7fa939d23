namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

/// <summary>The nodes: they come and go, and register with whoever leads.</summary>
/// <param name="world">The world.</param>
internal sealed class NodesModel(World world)
{
    private const int RegisterEachMs = 1_000;
    private const int MostHosts = 5;

    private readonly List<HostModel> _hosts = [];
    private int _lastName;

    public IEnumerable<TaskNode> Tasks => _hosts.SelectMany(host => host.Tasks);

    public HostModel? Find(string name) => _hosts.Find(host => host.Name == name);

    public TaskNode? Find(AttemptId attempt, SubtaskId subtask) =>
        _hosts.Select(host => host.Find(attempt, subtask)).FirstOrDefault(task => task is not null);

    public void Begin()
    {
        if (!world.Scenario.IsCluster)
        {
            _hosts.Add(new HostModel(world, "local", Scenario.KeyGroups));
            return;
        }

        var count = world.Scenario.Random.Next(1, 4);
        for (var i = 0; i < count; i++)
            Start();
        world.At(Scenario.ChaosEndsAtMs, Calm);
    }

    /// <summary>Something happens to a node.</summary>
    public void Strike()
    {
        var random = world.Scenario.Random;
        var awake = _hosts.FindAll(host => host is { IsGone: false, IsPaused: false, IsLeaving: false });
        switch (random.Next(4))
        {
            case 0 when _hosts.Count(host => !host.IsGone) < MostHosts:
                Start();
                break;
            case 1 when awake.Count > 0:
                Kill(awake[random.Next(awake.Count)]);
                break;
            case 2 when awake.Count > 0:
                Pause(awake[random.Next(awake.Count)], random.Next(50, 12_000));
                break;
            case 3 when awake.Count > 0:
                awake[random.Next(awake.Count)].IsLeaving = true;
                break;
        }
    }

    /// <summary>No plan uses it any more.</summary>
    public void Leave(HostModel host) => Kill(host);

    private void Start()
    {
        var host = new HostModel(world, $"n{++_lastName}", world.Scenario.Random.Next(1, 4));
        world.Trace("nodes", $"{host.Name} starts with {host.Slots} slots");
        _hosts.Add(host);
        Register(host);
    }

    private void Register(HostModel host)
    {
        if (host.IsGone)
            return;

        host.Do(() => world.After(world.Scenario.Random.Next(1, 50), () => world.Chaos.Register(host)));
        world.After(RegisterEachMs, () => Register(host));
    }

    private void Kill(HostModel host)
    {
        world.Trace("nodes", $"{host.Name} dies");
        host.Die();
        NoticeSoon(host);
    }

    private void Pause(HostModel host, int forMs)
    {
        world.Trace("nodes", $"{host.Name} pauses for {forMs} ms");
        host.Pause();
        NoticeSoon(host);
        world.After(forMs, () => WakeUp(host));
    }

    private void WakeUp(HostModel host)
    {
        if (!host.IsPaused || host.IsGone)
            return;

        world.Trace("nodes", $"{host.Name} wakes up");
        host.WakeUp();
    }

    private void NoticeSoon(HostModel host) => world.After(world.Scenario.Random.Next(10, 4_000), () =>
    {
        if (host is { IsGone: false, IsPaused: false })
            return;

        host.GiveUpTasks();
        world.Chaos.Lose(host);
    });

    // From here on there is enough of everything.
    private void Calm()
    {
        foreach (var host in _hosts.ToArray())
        {
            WakeUp(host);
            if (host is { IsLeaving: true, IsGone: false })
                Kill(host);   // it has waited for its jobs for long enough
        }

        while (_hosts.Where(host => !host.IsGone).Sum(host => host.Slots) < Scenario.KeyGroups)
            Start();
    }
}
