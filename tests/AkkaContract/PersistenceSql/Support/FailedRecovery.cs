namespace Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

using Akka.Persistence;

/// <summary>A persistent actor without a snapshot store whose recovery is expected to fail, and that tells why.</summary>
public sealed class FailedRecovery : ReceivePersistentActor
{
    private readonly TaskCompletionSource<Exception> _failure;

    public FailedRecovery(string persistenceId, TaskCompletionSource<Exception> failure)
    {
        PersistenceId = persistenceId;
        _failure = failure;
        RecoverAny(_ => { });
        CommandAny(_ => { });
    }

    public override string PersistenceId { get; }

    protected override void OnRecoveryFailure(Exception reason, object? message = null) => _failure.TrySetResult(reason);
}
