namespace Akka.Flink.Connectors.Files;

using Akka.Flink.Sinks;

/// <summary>The folder of a sink, as one of its subtasks finds it.</summary>
/// <param name="path">The folder.</param>
/// <param name="context">Where the writer runs.</param>
internal sealed class SinkFolder(string path, ISinkContext context)
{
    private readonly string _sink = PartName.SinkOf(context);

    /// <summary>Makes the folder, tries to write there, and deletes what attempts that failed have left behind.</summary>
    /// <returns>The highest run that a name of this subtask shows; 0 for none.</returns>
    /// <exception cref="JobException">Nothing can be written there.</exception>
    public long Tidy()
    {
        try
        {
            Directory.CreateDirectory(path);
            var lastRun = DeleteLeftOvers();   // before anything else: the disk may be full of them
            Probe();
            return lastRun;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw context.RestoredCheckpointId is null
                ? FileErrors.NoFolder(path, context, cause)
                : FileErrors.FolderClosed(path, context, cause);
        }
    }

    private void Probe()
    {
        var probe = Path.Combine(path, $".part-{_sink}-{context.SubtaskIndex}.probe");
        File.WriteAllBytes(probe, []);
        File.Delete(probe);
    }

    // A subtask answers for its own names, and for those of subtasks that are gone since the parallelism was lowered.
    private long DeleteLeftOvers()
    {
        var lastRun = 0L;
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
        foreach (var file in Directory.EnumerateFiles(path, $"*part-{_sink}-*", options))
        {
            if (PartName.Parse(Path.GetFileName(file), _sink, out var isPending) is not { } name
                || name.Subtask % context.Parallelism != context.SubtaskIndex)
                continue;

            if (name.Subtask == context.SubtaskIndex)
                lastRun = Math.Max(lastRun, name.Run);
            if (isPending && IsLeftOver(name))
                File.Delete(file);
        }

        return lastRun;
    }

    // What was begun before the checkpoint that the job goes on from may wait for another subtask to commit it.
    private bool IsLeftOver(PartName name) => context.RestoredCheckpointId is not { } restored || name.After >= restored;
}
