namespace Akka.Flink.Host;

using System.Collections;

/// <summary>The variables that the process was started with.</summary>
internal static class EnvironmentVariables
{
    /// <summary>All of them, by name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All()
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            yield return new((string)variable.Key, (string?)variable.Value ?? "");
    }
}
