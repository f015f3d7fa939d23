namespace Akka.Persistence;

/// <summary>The snapshot could not be loaded.</summary>
public sealed class LoadSnapshotFailed : ISnapshotResponse
{
    public LoadSnapshotFailed(Exception cause)
    {
        Cause = cause;
    }

    public Exception Cause { get; }

    private bool Equals(LoadSnapshotFailed other) => other is not null && Equals(Cause, other.Cause);

    public override bool Equals(object obj) => obj is LoadSnapshotFailed other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Cause);

    public override string ToString() => $"LoadSnapshotFailed<cause: {Cause}>";
}
