namespace Akka.Flink.Runtime;

using Akka.Coordination;
using Microsoft.Data.Sqlite;

/// <summary>Every way in which a lease in the control database fails otherwise than by belonging to somebody else.</summary>
internal static class LeaseErrors
{
    public static LeaseException NoDatabase(string lease) => new(
        $"Lease '{lease}' is to be kept in a database, and its section '{ControlDatabaseLease.ConfigPath}' names none: 'database', a " +
        "file, and " +
        "'connection-string' are both empty. Let the node's configuration fall back to that of its storage.");

    public static LeaseException Database(string lease, string file, SqliteException cause) => new(
        $"Lease '{lease}' could not be read or written in '{file}': {cause.Message} " +
        "Let this process write the file, and end what locks it; until then the lease belongs to whoever has it, or to nobody.", cause);

    public static LeaseException Server(string lease, string database, Exception cause) => new(
        $"Lease '{lease}' could not be read or written in {database}: {cause.Message} See that the server runs, takes connections from " +
        "here and lets this user create tables; until then the lease belongs to whoever has it, or to nobody.", cause);

    public static LeaseTimeoutException TimedOut(string lease, TimeSpan timeout, Exception cause) => new(
        $"The database has not answered for lease '{lease}' within {timeout}. " +
        $"Look at what locks or slows it, or raise '{ControlDatabaseLease.ConfigPath}.lease-operation-timeout'.", cause);

    public static LeaseException Stopped(string lease) => new(
        $"Lease '{lease}' was asked for while its actor system terminates. Ask before.");
}
