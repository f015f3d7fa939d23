namespace Akka.Flink.AkkaContract.Tests.Serialization;

/// <summary>A class with settable properties and a default constructor.</summary>
public sealed class Plain
{
    public string? Text { get; set; }

    public Dictionary<string, int> Counts { get; set; } = [];
}
