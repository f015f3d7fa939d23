namespace Akka.Flink.Connectors.Files;

using Akka.Flink.Sinks;

/// <summary>Gives files their names when their checkpoint is complete. What has its name already is left as it is.</summary>
/// <param name="folder">The sink's folder.</param>
/// <param name="context">Where it runs.</param>
internal sealed class FileCommitter(string folder, ISinkContext context) : ICommitter<FileCommittable>
{
    public void Commit(IReadOnlyList<FileCommittable> committables)
    {
        var folders = new HashSet<string>();
        foreach (var committable in committables)
        {
            var path = Path.Combine(folder, committable.FinalName);
            try
            {
                Commit(committable, path);
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                throw FileErrors.Uncommitted(path, context, cause);
            }

            folders.Add(Path.GetDirectoryName(path)!);
        }

        foreach (var each in folders)
            DurableFolder.Sync(each);
    }

    private void Commit(FileCommittable committable, string path)
    {
        var pending = new FileInfo(Path.Combine(folder, committable.PendingName));
        var committed = new FileInfo(path);
        var file = pending.Exists ? pending : committed;
        if (!file.Exists)
            throw FileErrors.Lost(pending.FullName, path, committable.Length, context);
        if (file.Length != committable.Length)
            throw FileErrors.Damaged(file.FullName, file.Length, committable.Length, context);
        if (!pending.Exists)
            return;
        if (committed.Exists)
            throw FileErrors.NameIsTaken(pending.FullName, path, context);

        File.Move(pending.FullName, path, overwrite: false);
    }
}
