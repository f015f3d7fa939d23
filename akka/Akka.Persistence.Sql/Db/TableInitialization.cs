namespace Akka.Persistence.Sql.Db;

using Akka.Event;
using Akka.Persistence.Sql.Settings;

/// <summary>Creates missing tables once, with the first connection; a failure is tried again with the next.</summary>
internal sealed class TableInitialization(SqlSettings settings, ILoggingAdapter log)
{
    private readonly object _gate = new();
    private bool _done;

    public void Ensure<TConnection>(TConnection connection, Action<TConnection> create)
    {
        if (!settings.AutoInitialize || Volatile.Read(ref _done))
            return;

        lock (_gate)
        {
            if (_done)
                return;
            Create(connection, create);
            Volatile.Write(ref _done, true);
        }
    }

    private void Create<TConnection>(TConnection connection, Action<TConnection> create)
    {
        try
        {
            create(connection);
        }
        catch (Exception cause)
        {
            if (settings.WarnOnAutoInitializeFailure)
                log.Warning(cause, "The tables of [{0}] could not be created; the next request tries again.", settings.PluginId);
            throw;
        }
    }
}
