namespace Akka.Flink.AkkaContract.Tests.Persistence;

/// <summary>What a <see cref="Ledger"/> is told, what it says, and an event of it.</summary>
public static class LedgerProtocol
{
    /// <summary>A command: what a <see cref="Ledger"/> shall do.</summary>
    public sealed record Do(Action<Ledger> Action);

    /// <summary>A <see cref="Ledger"/> was given an event of the past.</summary>
    public sealed record Replayed(object Event);

    /// <summary>A <see cref="Ledger"/> was offered a snapshot.</summary>
    public sealed record Offered(object Snapshot, long SequenceNr);

    /// <summary>A <see cref="Ledger"/> has recovered, up to a sequence number.</summary>
    public sealed record Recovered(long LastSequenceNr);

    /// <summary>A hook for failures was called.</summary>
    public sealed record Failed(string What, string Reason, object? Event, long SequenceNr);

    /// <summary>An event that is more than a string.</summary>
    public sealed record Deposited(string Account, long Cents, List<string> Notes)
    {
        public bool Equals(Deposited? other) =>
            other is not null && Account == other.Account && Cents == other.Cents && Notes.SequenceEqual(other.Notes);

        public override int GetHashCode() => HashCode.Combine(Account, Cents);
    }
}
