namespace Akka.Flink.State.Tests.Serialization;

internal struct Plain
{
    public int Count;

    public string? Name { get; set; }
}
