namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

/// <summary>What a seed makes of the world: sizes, settings, and how much goes wrong.</summary>
internal sealed class Scenario
{
    public const int KeyGroups = 4;

    /// <summary>From here on nothing goes wrong any more.</summary>
    public const long ChaosEndsAtMs = 20_000;

    /// <summary>By then the job must have finished.</summary>
    public const long MustFinishByMs = 400_000;

    public Scenario(int seed)
    {
        Seed = seed;
        Random = new Random(seed);
        Loss = Random.Next(3) == 0 ? Random.Next(1, 10) / 100.0 : 0;
        Duplication = Random.Next(3) == 0 ? Random.Next(1, 30) / 100.0 : 0;
        MaxDelayMs = Random.Next(4) == 0 ? 400 : Random.Next(1, 40);
        CrashEveryMs = Random.Next(5) == 0 ? long.MaxValue : Random.Next(1_000, 9_000);
        Splits = Random.Next(1, 6);
        RecordsPerSplit = Random.Next(1, 9);
        Pushed = Random.Next(2) == 0 ? Random.Next(1, Splits + 1) : 0;
        PaceMs = Random.Next(20, 300);
        Retained = Random.Next(1, 4);
        Mode = CheckpointingMode.ExactlyOnce;
        Settings = MakeSettings();
        IsCluster = Random.Next(3) > 0;
        Scheduler = new SchedulerSettings((SchedulerMode)Random.Next(2), TimeSpan.FromMilliseconds(Random.Next(0, 1_500)));
    }

    public int Seed { get; }

    public Random Random { get; }

    public double Loss { get; }

    public double Duplication { get; }

    public int MaxDelayMs { get; }

    public long CrashEveryMs { get; }

    public int Splits { get; }

    /// <summary>How many splits are assigned before a reader asks.</summary>
    public int Pushed { get; }

    public int RecordsPerSplit { get; }

    public int PaceMs { get; }

    public int Retained { get; }

    public CheckpointingMode Mode { get; }

    public JobSettings Settings { get; }

    /// <summary>Whether there are nodes that come and go; otherwise there is one, which stays.</summary>
    public bool IsCluster { get; }

    public SchedulerSettings Scheduler { get; }

    public int Records => Splits * RecordsPerSplit;

    public bool Happens(double probability) => Random.NextDouble() < probability;

    public int Parallelism() => Random.Next(1, 4);

    private JobSettings MakeSettings() => new(
        new CheckpointSettings
        {
            Interval = TimeSpan.FromMilliseconds(Random.Next(200, 2_000)),
            MinPause = TimeSpan.FromMilliseconds(Random.Next(0, 300)),
            Timeout = TimeSpan.FromMilliseconds(Random.Next(1_000, 5_000)),
            TolerableFailures = Random.Next(0, 3),
            Retained = Retained,
            BaseRatio = Random.Next(2) == 0 ? 1.5 : 3,
        },
        new RestartStrategySettings
        {
            Kind = (RestartStrategyKind)Random.Next(0, 4),
            Attempts = Random.Next(1, 5),
            Delay = TimeSpan.FromMilliseconds(Random.Next(0, 1_000)),
            InitialBackoff = TimeSpan.FromMilliseconds(Random.Next(1, 500)),
            MaxBackoff = TimeSpan.FromSeconds(3),
            MaxFailuresPerInterval = Random.Next(1, 4),
            FailureRateInterval = TimeSpan.FromSeconds(Random.Next(1, 20)),
        },
        new TaskSettings
        {
            HeartbeatInterval = TimeSpan.FromMilliseconds(1_500),
            HeartbeatTimeout = TimeSpan.FromSeconds(6),
            CancellationTimeout = TimeSpan.FromSeconds(20),
        });
}
