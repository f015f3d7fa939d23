namespace Akka.Persistence.Serialization;

/// <summary>Wraps what a snapshot store writes to a file.</summary>
public sealed class Snapshot
{
    public Snapshot(object data)
    {
        Data = data;
    }

    public object Data { get; }

    public override bool Equals(object obj) => obj is Snapshot other && Equals(Data, other.Data);

    public override int GetHashCode() => Data?.GetHashCode() ?? 0;
}
