namespace Akka.Flink.Shared.Sinks;

/// <summary>Settings that a test has set.</summary>
internal sealed class Given(params (string Key, string Value)[] values) : ISettings
{
    public string? Find(string key)
    {
        foreach (var (name, value) in values)
        {
            if (name == key)
                return value;
        }

        return null;
    }
}
