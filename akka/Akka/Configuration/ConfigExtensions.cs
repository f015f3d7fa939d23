namespace Akka.Configuration;

/// <summary>What can be asked of a <see cref="Config"/> that may be null.</summary>
public static class ConfigExtensions
{
    public static Config SafeWithFallback(this Config config, Config fallback)
    {
        if (config is null)
            return fallback;

        return ReferenceEquals(config, fallback) ? config : config.WithFallback(fallback);
    }

    public static bool IsNullOrEmpty(this Config config) => config is null || config.IsEmpty;
}
