namespace Akka.Flink.Runtime;

/// <summary>Which segments checkpoints need.</summary>
/// <remarks>
/// One that no completed checkpoint has named yet may be named by the next, so it is left alone until its task says, with a later
/// checkpoint that has completed, that it has left it behind. One that a released checkpoint named and no retained one does will never be
/// named again: a chain that has left a segment behind, by a new base, does not come back to it.
/// </remarks>
internal static class RetainedSegments
{
    /// <summary>The segments that checkpoints name.</summary>
    /// <param name="checkpoints">The checkpoints.</param>
    public static IReadOnlySet<SegmentId> NamedBy(IEnumerable<CompletedCheckpoint> checkpoints)
    {
        var named = new HashSet<SegmentId>();
        foreach (var checkpoint in checkpoints)
        {
            foreach (var subtask in checkpoint.Subtasks)
                AddAll(named, subtask);
        }

        return named;
    }

    /// <summary>The segments that nothing names any more.</summary>
    /// <param name="before">The checkpoints that were retained.</param>
    /// <param name="after">Those that are.</param>
    public static IReadOnlyList<SegmentId> Freed(IEnumerable<CompletedCheckpoint> before, IEnumerable<CompletedCheckpoint> after)
    {
        var needed = NamedBy(after);
        return [.. NamedBy(before).Where(segment => !needed.Contains(segment)).OrderBy(segment => segment.Value, StringComparer.Ordinal)];
    }

    private static void AddAll(HashSet<SegmentId> named, SubtaskState subtask)
    {
        foreach (var part in subtask.Operators)
        {
            foreach (var range in part.Keyed?.Chunks ?? [])
            {
                if (!SavepointSegments.IsSaved(range.Segment))   // which is not the store's
                    named.Add(range.Segment);
            }
        }
    }
}
