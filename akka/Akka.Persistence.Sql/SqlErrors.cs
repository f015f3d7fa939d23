namespace Akka.Persistence.Sql;

using Akka.Configuration;
using Microsoft.Data.Sqlite;

/// <summary>Every way in which the plugins refuse their configuration or fail at the database, in one place.</summary>
internal static class SqlErrors
{
    public static ConfigurationException NoConnectionString(string section) => new(
        $"'{section}.connection-string' is empty. Set it to the database that keeps the data, " +
        "for example \"Data Source=journal.db\" for SQLite or \"Host=localhost;Database=akka;Username=akka\" for PostgreSQL.");

    public static ConfigurationException UnreadableConnectionString(string section, Exception cause) => new(
        $"'{section}.connection-string' could not be read: {cause.Message} Correct it; it is not shown because it may hold a password.",
        cause);

    public static ConfigurationException UnknownSynchronous(string value) => new(
        $"The parameter 'synchronous' of the SQLite file URI is '{value}'. Set it to full, normal or off in the Data Source of the " +
        "connection string, for example file:journal.db?synchronous=normal, or leave it out for full.");

    public static ConfigurationException UnknownProvider(string section, string name) => new(
        $"'{section}.provider-name' is '{name}', to which this build does not speak. " +
        "Set it to SQLite.MS, SQLite, PostgreSQL or PostgreSQL.15.");

    public static ConfigurationException UnknownTableMapping(string section, string name) => new(
        $"'{section}.table-mapping' is '{name}', for which there are no tables here. Set it to default, sqlite or postgresql.");

    public static ConfigurationException UnknownIsolationLevel(string section, string key, string value) => new(
        $"'{section}.{key}' is '{value}'. " +
        "Set it to unspecified, read-uncommitted, read-committed, repeatable-read, snapshot or serializable.");

    public static ConfigurationException UnknownTagWriteMode(string section, string value) => new(
        $"'{section}.tag-write-mode' is '{value}'. Set it to Csv, TagTable or Both.");

    public static ConfigurationException NotPositive(string section, string key, int value) => new(
        $"'{section}.{key}' is {value}. Set it to 1 or more.");

    public static InvalidOperationException BufferFull(string section, int size) => new(
        $"A write was refused because {size} writes already wait for the database. " +
        $"The database is slower than the persistent actors: persist less at a time, or raise '{section}.buffer-size'.");

    public static InvalidOperationException Stopped(string section) => new(
        $"The plugin '{section}' has stopped, so the request was not carried out. " +
        "Send it again after the actor system or the plugin has started anew.");

    public static InvalidOperationException EmptyWrite(AtomicWrite write) => new(
        $"The write for '{write.PersistenceId}', sequence numbers {write.LowestSequenceNr} to {write.HighestSequenceNr}, holds no " +
        "events. Persist at least one event.");

    /// <summary>What Microsoft.Data.Sqlite would throw, with the file and the advice that its own message lacks.</summary>
    public static SqliteException Sqlite(string file, string doing, string message, int code, int extendedCode) => new(
        $"SQLite could not {doing} in '{file}': {message} (code {code}, extended {extendedCode}). {Advice(code)}", code, extendedCode);

    private static string Advice(int code) => code switch
    {
        5 or 6 => "Another connection held the lock for longer than 'Default Timeout' in the connection string: " +
            "raise it, or end the other use of the file.",
        8 => "Let this process write to the file and its directory.",
        10 => "Look at the disk and the system log.",
        11 or 26 => "The file is damaged or no SQLite database: restore it from a copy.",
        13 => "Make room on the disk, or raise the limit on the file's size; nothing of this transaction was kept.",
        14 => "Check that the directory exists and may be written.",
        19 => "An event with this persistence id and sequence number is already there, so another writer is active: " +
            "run one persistent actor for each id.",
        _ => "See https://sqlite.org/rescode.html for the code.",
    };
}
