namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>What messages about jobs and nodes are made of.</summary>
internal static class ClusterBlocks
{
    /// <summary>Writes what a node says of itself.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="node">The node.</param>
    public static void Write(this WireWriter to, NodeDescription node)
    {
        to.Write(node.Node);
        to.WriteInt(node.Slots);
        to.Write(node.Version);
        to.WriteOptional(node.RestUrl);
    }

    /// <summary>Reads what a node says of itself.</summary>
    /// <param name="from">Where from.</param>
    public static NodeDescription ReadNodeDescription(this WireReader from) =>
        new(from.ReadString(), from.ReadInt(), from.ReadString(), from.ReadOptional());

    /// <summary>Writes what is known of a node.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="node">The node.</param>
    public static void Write(this WireWriter to, NodeSummary node)
    {
        to.Write(node.Node);
        to.Write(node.Status);
        to.Write(node.IsReachable);
        to.Write(node.IsJobManager);
        to.WriteAll(node.Roles, to.Write);
        to.WriteInt(node.Slots);
        to.WriteInt(node.FreeSlots);
        to.Write(node.Version);
        to.WriteOptional(node.RestUrl);
    }

    /// <summary>Reads what is known of a node.</summary>
    /// <param name="from">Where from.</param>
    public static NodeSummary ReadNodeSummary(this WireReader from) => new(
        from.ReadString(), from.ReadString(), from.ReadBool(), from.ReadBool(), from.ReadAll(from.ReadString), from.ReadInt(),
        from.ReadInt(), from.ReadString(), from.ReadOptional());

    /// <summary>Writes how a job reaches a node.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="program">The program.</param>
    public static void Write(this WireWriter to, JobProgram program)
    {
        to.Write(program.Artifact);
        to.Write(program.Assembly);
        to.WriteOptional(program.ClassName);
        to.WriteAll(program.Arguments, to.Write);
        to.WriteAll(program.Assignments, to.Write);
        to.WriteParallelisms(program.Parallelisms);
    }

    /// <summary>Writes the parallelism of single operators.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="parallelisms">By uid.</param>
    public static void WriteParallelisms(this WireWriter to, ImmutableSortedDictionary<string, int> parallelisms) =>
        to.WriteAll(parallelisms, each =>
        {
            to.Write(each.Key);
            to.WriteInt(each.Value);
        });

    /// <summary>Reads the parallelism of single operators.</summary>
    /// <param name="from">Where from.</param>
    public static ImmutableSortedDictionary<string, int> ReadParallelisms(this WireReader from) =>
        ParallelismOrder.None.ByUid.SetItems(from.ReadAll(() => KeyValuePair.Create(from.ReadString(), from.ReadInt())));

    /// <summary>Reads how a job reaches a node.</summary>
    /// <param name="from">Where from.</param>
    public static JobProgram ReadProgram(this WireReader from) => new(
        from.ReadString(), from.ReadString(), from.ReadOptional(), from.ReadAll(from.ReadString), from.ReadAll(from.ReadString))
    {
        Parallelisms = from.ReadParallelisms(),
    };

    /// <summary>Writes a job in a line.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="job">The job.</param>
    public static void Write(this WireWriter to, JobSummary job)
    {
        to.Write(job.Id);
        to.Write(job.Name);
        to.Write((byte)job.Status);
        to.WriteOptional(job.Reason);
        to.WriteInt(job.Attempt);
        to.Write(job.Since);
    }

    /// <summary>Reads a job in a line.</summary>
    /// <param name="from">Where from.</param>
    public static JobSummary ReadJobSummary(this WireReader from) => new(
        from.ReadString(), from.ReadString(), from.ReadEnum<JobStatus>(), from.ReadOptional(), from.ReadInt(), from.ReadMoment());

    /// <summary>Writes all that is known of a job.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="job">The job.</param>
    public static void Write(this WireWriter to, JobDescription job)
    {
        to.Write(job.Summary);
        to.WriteAll(job.Vertices, to.Write);
        to.WriteOptional(job.LastCheckpoint, to.Write);
        to.WriteAll(job.Restores, to.Write);
    }

    /// <summary>Reads all that is known of a job.</summary>
    /// <param name="from">Where from.</param>
    public static JobDescription ReadJobDescription(this WireReader from) => new(
        from.ReadJobSummary(), from.ReadAll(from.ReadVertex), from.ReadOptional(from.ReadCheckpoint), from.ReadAll(from.ReadRestore));

    private static void Write(this WireWriter to, VertexDescription vertex)
    {
        to.Write(vertex.Name);
        to.WriteAll(vertex.Uids, to.Write);
        to.WriteAll(vertex.Subtasks, subtask =>
        {
            to.WriteInt(subtask.Index);
            to.Write(subtask.Node);
            to.WriteInt(subtask.Slot);
            to.Write(subtask.Stage);
            to.WriteLong(subtask.RecordsIn);
            to.WriteLong(subtask.RecordsOut);
            to.WriteFixed(subtask.WatermarkMs);
            to.WriteLong(subtask.BackPressuredMs);
            to.WriteLong(subtask.BusyMs);
        });
    }

    private static VertexDescription ReadVertex(this WireReader from) => new(
        from.ReadString(), from.ReadAll(from.ReadString), from.ReadAll(() => new SubtaskDescription(
            from.ReadInt(), from.ReadString(), from.ReadInt(), from.ReadString(), from.ReadLong(), from.ReadLong(), from.ReadFixed(),
            from.ReadLong(), from.ReadLong())));

    private static void Write(this WireWriter to, CheckpointDescription checkpoint)
    {
        to.WriteInt(checkpoint.Attempt);
        to.WriteLong(checkpoint.Number);
        to.Write(checkpoint.At);
        to.WriteLong(checkpoint.DurationMs);
        to.WriteLong(checkpoint.WrittenBytes);
        to.WriteLong(checkpoint.StateBytes);
    }

    private static CheckpointDescription ReadCheckpoint(this WireReader from) =>
        new(from.ReadInt(), from.ReadLong(), from.ReadMoment(), from.ReadLong(), from.ReadLong(), from.ReadLong());

    private static void Write(this WireWriter to, RestoreDescription restore)
    {
        to.WriteInt(restore.Attempt);
        to.Write(restore.At);
        to.WriteOptional(restore.Checkpoint);
        to.WriteAll(restore.Positions, to.Write);
        to.Write(restore.Cause);
    }

    private static RestoreDescription ReadRestore(this WireReader from) =>
        new(from.ReadInt(), from.ReadMoment(), from.ReadOptional(), from.ReadAll(from.ReadString), from.ReadString());
}
