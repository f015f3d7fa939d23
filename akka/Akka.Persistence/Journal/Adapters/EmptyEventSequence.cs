namespace Akka.Persistence.Journal;

/// <summary>No event.</summary>
public sealed class EmptyEventSequence : IEmptyEventSequence, IEquatable<IEventSequence>
{
    public static readonly EmptyEventSequence Instance = new();

    private EmptyEventSequence()
    {
    }

    public IEnumerable<object> Events => [];

    public bool Equals(IEventSequence other) => other is IEmptyEventSequence;

    public override bool Equals(object obj) => obj is IEventSequence other && Equals(other);
}
