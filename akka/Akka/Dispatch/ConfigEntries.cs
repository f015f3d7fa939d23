namespace Akka.Dispatch;

using Akka.Configuration;

/// <summary>Lists what stands in a section whose keys are not known beforehand.</summary>
internal static class ConfigEntries
{
    public static IEnumerable<(string Key, string Value)> Strings(Config config)
    {
        foreach (var (key, value) in config.AsEnumerable())
        {
            if (value.IsString())
                yield return (key, value.GetString());
        }
    }
}
