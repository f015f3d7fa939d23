namespace Akka.Flink.Operators;

/// <summary>Settings of which none was set.</summary>
internal sealed class EmptySettings : ISettings
{
    /// <summary>The only one: it has no state.</summary>
    public static readonly EmptySettings Instance = new();

    private EmptySettings()
    {
    }

    public string? Find(string key) => null;
}
