namespace Akka.Flink.Runtime;

/// <summary>Every way in which what the nodes of a cluster share cannot be used.</summary>
internal static class ClusterStorageErrors
{
    public static StorageException OtherCluster(string where, string found, string expected) => new(ErrorDomain.Definition,
        $"The {where} belongs to cluster '{found}', not to '{expected}'. Storage is bound to one cluster: set 'akka.flink.cluster.dir' " +
        "and 'akka.flink.control.connection-string' to where this cluster's is, or 'akka.flink.cluster.id' to the cluster that is meant.");

    public static StorageException NotACluster(string where, string role, string found, string expected) => new(ErrorDomain.Definition,
        $"The {where} is the {role} database of a process that runs jobs by itself, with the id '{found}', and not of cluster " +
        $"'{expected}'. Set 'akka.flink.cluster.dir' to a folder of the cluster's own.");

    public static StorageException NoIdentity(string where) => new(ErrorDomain.Definition,
        $"The {where} has tables, but does not say to which cluster it belongs, so another program uses it. " +
        "Give the cluster a database, a schema or a folder of its own.");

    public static StorageException NewerFormat(string where, long found, long known) => new(ErrorDomain.Definition,
        $"The {where} has format {found}; this version reads up to {known}. Run the version that wrote it, or a newer one.");

    public static StorageException StateMissing(string where, string folder) => new(ErrorDomain.External,
        $"The {where} is a cluster's, but the folder '{folder}' has never belonged to one, so the checkpoints that the database lists " +
        "cannot be restored. If the folder is on a network, see that it is mounted; all nodes need the same 'akka.flink.cluster.dir'.");

    public static StorageException NoMarker(string folder, string marker) => new(ErrorDomain.External,
        $"The folder '{folder}' holds state, but '{marker}', which says of which cluster, is missing. " +
        "Bring the file back, or set 'akka.flink.cluster.dir' to an empty folder.");

    public static StorageException BadMarker(string marker) => new(ErrorDomain.External,
        $"The file '{marker}' does not say to which cluster its folder belongs. Restore it from a copy, or set " +
        "'akka.flink.cluster.dir' to an empty folder.");

    public static StorageException NoFolder(string folder, Exception cause) => new(ErrorDomain.External,
        $"The folder '{folder}' cannot be used for what a cluster shares: {cause.Message} " +
        "Let this process create, read and write it, or name another one with 'akka.flink.cluster.dir'.", cause);

    public static StorageException NoDatabase(string where, Exception cause) => new(ErrorDomain.External,
        $"The {where} cannot be used: {cause.Message} See that the server runs and takes connections from here, and that " +
        "'akka.flink.control.connection-string' names it, a database that exists, and a user who may create tables in it.", cause);

    public static StorageException ClusterLives(string where, string node) => new(ErrorDomain.Definition,
        $"The {where} is used by a cluster that lives: node {node} is one of it. A node without seeds begins a cluster of its own, and " +
        $"two cannot use the same storage. Start it with '--seed {node}' to join that one, or give it a storage of its own " +
        "('akka.flink.cluster.dir', 'akka.flink.control.connection-string').");

    public static StorageException NoPresence(string where, Exception cause) => new(ErrorDomain.External,
        $"The {where} could not be asked or told that a cluster uses it: {cause.Message} While it is out of reach, a node that is " +
        "started without seeds cannot know of this cluster. See that the database can be reached and written.", cause);

    public static StorageException NotStored(string artifact, string folder) => new(ErrorDomain.External,
        $"The program '{artifact}' is not in '{folder}'. Submit the job again with its program; if the folder was restored from a copy " +
        "or is " +
        "on a network, see that it is the right one.");

    public static StorageException Corrupt(string file, string expected, string found) => new(ErrorDomain.External,
        $"The uploaded program '{file}' is damaged: its content has the hash '{found}' and not '{expected}'. " +
        "Submit the job again with its program, which replaces the file, and look at the disk.");

    public static StorageException UploadDiffers(string expected, string found) => new(ErrorDomain.External,
        $"What was uploaded as '{expected}' has the hash '{found}', so it was changed or cut off on its way. Upload it again.");

    public static StorageException BadArtifact(string artifact) => new(ErrorDomain.Definition,
        $"'{artifact}' names no program: name it by its SHA-256 in 64 lower-case hexadecimal digits.");

    public static StorageException Artifact(string artifact, string folder, Exception cause) => new(ErrorDomain.External,
        $"The program '{artifact}' could not be kept in or read from '{folder}': {cause.Message} " +
        "See that there is room, and that this process may write there.", cause);
}
