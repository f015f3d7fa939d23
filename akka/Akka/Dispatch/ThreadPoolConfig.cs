namespace Akka.Dispatch;

using Akka.Configuration;

/// <summary>The size of a pool as a multiple of the processors, between bounds.</summary>
public class ThreadPoolConfig
{
    public ThreadPoolConfig(Config config)
    {
        if (config.IsNullOrEmpty())
            throw ConfigurationException.NullOrEmptyConfig<ThreadPoolConfig>();

        PoolSizeMin = config.GetInt("core-pool-size-min");
        PoolSizeFactor = config.GetDouble("core-pool-size-factor");
        PoolSizeMax = config.GetInt("core-pool-size-max");
    }

    public int PoolSizeMin { get; }

    public double PoolSizeFactor { get; }

    public int PoolSizeMax { get; }

    public static int ScaledPoolSize(int floor, double scalar, int ceiling) =>
        Math.Min(Math.Max((int)Math.Ceiling(Environment.ProcessorCount * scalar), floor), ceiling);
}
