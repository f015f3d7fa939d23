namespace Akka.Flink.Runtime;

using Microsoft.Data.Sqlite;

/// <summary>Every way in which the storage of an embedded process cannot be opened.</summary>
internal static class EmbeddedStorageErrors
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static StorageException InUse(string directory, string holder) => new(ErrorDomain.External,
        $"The directory '{directory}' is in use by {holder}. One process at a time may use it: end that one, or give this one a " +
        "directory of its own with 'akka.flink.dir'.")
    {
        IsInUse = true,
    };

    public static StorageException NoDirectory(string directory, Exception cause) => new(ErrorDomain.External,
        $"The directory '{directory}' cannot be used for state: {cause.Message} " +
        "Let this process create and write it, or name another one with 'akka.flink.dir'.", cause);

    public static StorageException OtherCluster(string file, string found, string expected) => new(ErrorDomain.Definition,
        $"The database '{file}' belongs to cluster '{found}', not to '{expected}'. A database is bound to one cluster: " +
        "move the file back to where it came from, or use an empty directory with 'akka.flink.dir'.");

    public static StorageException OtherRole(string file, string found, string expected) => new(ErrorDomain.Definition,
        $"The database '{file}' is the {found} database of its cluster, not the {expected} database. Give the files their names back.");

    public static StorageException NoIdentity(string file) => new(ErrorDomain.Definition,
        $"The database '{file}' was not made by Akka.Flink: it has tables, but does not say to which cluster it belongs. " +
        "Move it away, or use an empty directory with 'akka.flink.dir'.");

    public static StorageException NewerFormat(string file, long found, long known) => new(ErrorDomain.Definition,
        $"The database '{file}' has format {found}; this version reads up to {known}. Run the version that wrote it, or a newer one.");

    public static StorageException StateMissing(string control, string state) => new(ErrorDomain.External,
        $"The database '{control}' is there, but '{state}' is missing, so the checkpoints that it lists cannot be restored. " +
        "Bring the file back, or remove the whole directory to start all jobs afresh.");

    public static StorageException IsOfACluster(string directory, string cluster) => new(ErrorDomain.Definition,
        $"The directory '{directory}' is what the nodes of cluster '{cluster}' share. A process that runs jobs by itself needs one of " +
        "its own: " +
        "set 'akka.flink.dir' to another.");

    public static StorageException Database(string file, SqliteException cause) => new(ErrorDomain.External,
        $"The database '{file}' cannot be used: {cause.Message} {Advice(cause.SqliteErrorCode)}", cause);

    private static string Advice(int code) => code switch
    {
        Busy or Locked => "Another process holds a lock on it: end that use of the file, such as a database shell or a backup, " +
            "and start again.",
        ReadOnly or CannotOpen => "Let this process read and write the file and its directory.",
        InputOutput => "Look at the disk and the system log.",
        Corrupt or NotADatabase => "The file is damaged: restore both databases from one copy, or remove the whole directory to start " +
            "all jobs afresh.",
        Full => "Make room on the disk.",
        _ => "See https://sqlite.org/rescode.html for the code.",
    };
}
