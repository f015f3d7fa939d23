namespace Akka.Flink.AkkaContract.Tests.Persistence;

using Akka.Actor;
using Akka.Persistence;

/// <summary>Who a <see cref="Ledger"/> is, and what it does when it recovers.</summary>
public sealed record LedgerSettings(string PersistenceId, IActorRef Observer)
{
    public Recovery Recovery { get; init; } = Recovery.Default;

    /// <summary>What it does with each replayed event, after it has said so.</summary>
    public Action<Ledger, object> OnReplay { get; init; } = (_, _) => { };

    /// <summary>What it does when its recovery is complete, after it has said so.</summary>
    public Action<Ledger> OnRecovered { get; init; } = _ => { };
}
