namespace Akka.Persistence.Sql.Db;

/// <summary>The connection of one thread: opened when it is needed, and anew when it has broken.</summary>
/// <remarks>
/// A server that was restarted leaves dead connections behind, which only their next use discovers. A call that may be repeated
/// is then repeated on a new connection. A write may not, for the server may have committed it before it went: its connection
/// is tried out first if it has been idle, and otherwise the write fails.
/// </remarks>
internal sealed class ConnectionSlot<TConnection>(Func<TConnection> open) : IDisposable
    where TConnection : class, ISqlConnection
{
    private const long TrustedMs = 1000;

    private TConnection _connection;
    private long _lastUseMs;

    public void Repeatable<TState>(TState state, Action<TState, TConnection> call)
    {
        var isOld = _connection is not null;
        try
        {
            Call(state, call);
        }
        catch (Exception) when (isOld && _connection is null)
        {
            Call(state, call);
        }
    }

    public void Once<TState>(TState state, Action<TState, TConnection> call)
    {
        if (_connection is not null && Environment.TickCount64 - _lastUseMs > TrustedMs && !_connection.IsAlive())
            Dispose();
        Call(state, call);
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _connection = null;
    }

    private void Call<TState>(TState state, Action<TState, TConnection> call)
    {
        try
        {
            call(state, _connection ??= open());
            _lastUseMs = Environment.TickCount64;
        }
        catch
        {
            if (_connection is { IsUsable: false })
                Dispose();
            throw;
        }
    }
}
