namespace Akka.Persistence.Sql.Db;

/// <summary>One call on a connection, with its result as a task.</summary>
internal sealed class SqlCall<TConnection, TResult>(Func<TConnection, TResult> call) : SqlJob<TConnection>
{
    private readonly TaskCompletionSource<TResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TResult _result;

    public Task<TResult> Task => _completion.Task;

    public override void Run(TConnection connection) => _result = call(connection);

    public override void Complete() => _completion.TrySetResult(_result);

    public override void Fail(Exception cause) => _completion.TrySetException(cause);
}
