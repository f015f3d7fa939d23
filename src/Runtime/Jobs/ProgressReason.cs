namespace Akka.Flink.Runtime;

using System.Globalization;
using Akka.Flink.Operators;

/// <summary>Why a job that runs does not progress, as far as its tasks' counters tell: which function does not come back, what a checkpoint
/// waits for, who has no credit, who holds the watermark. The first of these that applies is what the others follow from.</summary>
internal static class ProgressReason
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private const long WatermarkLagMs = 60_000;

    /// <summary>Says why.</summary>
    /// <param name="graph">The job.</param>
    /// <param name="state">Where its protocol stands.</param>
    /// <param name="samples">What its tasks count.</param>
    /// <param name="nowMs">Now.</param>
    /// <returns>A sentence; null where nothing is wrong, or nothing is known.</returns>
    public static string? Of(JobGraph graph, JobState state, IReadOnlyList<TaskMetrics> samples, long nowMs)
    {
        if (state.Phase != JobPhase.Running)
            return null;

        return Blocked(graph, samples) ?? Awaited(graph, state, nowMs) ?? WithoutCredit(graph, samples) ?? Late(graph, samples);
    }

    private static string? Blocked(JobGraph graph, IReadOnlyList<TaskMetrics> samples) =>
        samples.Where(sample => sample.AtWorkMs >= Patience.TotalMilliseconds).MaxBy(sample => sample.AtWorkMs) is { } blocked
            ? $"{Name(graph, blocked.Subtask)} does not come back: {blocked.AtWork}."
            : null;

    private static string? Awaited(JobGraph graph, JobState state, long nowMs)
    {
        if (state.Checkpoints?.Pending is not { Completing: null } pending || nowMs - pending.TriggeredAtMs < Patience.TotalMilliseconds)
            return null;

        // Whoever is furthest upstream holds the barrier of all that are downstream of it.
        var missing = state.Plan.Subtasks.Where((_, number) => pending.Parts[number] is null).Select(planned => planned.Subtask).ToList();
        var first = missing.Where(subtask => subtask.Vertex == missing.Min(each => each.Vertex)).ToList();
        return first.Count == 0
            ? null
            : $"Checkpoint {pending.Number} has waited for {Span(nowMs - pending.TriggeredAtMs)} for " +
                $"{string.Join(", ", first.Select(subtask => Name(graph, subtask)))}, which hold its barrier.";
    }

    // The furthest downstream of those without credit: what follows it is what is slow.
    private static string? WithoutCredit(JobGraph graph, IReadOnlyList<TaskMetrics> samples) =>
        samples.Where(sample => sample.HeldMs >= Patience.TotalMilliseconds).MaxBy(sample => sample.Subtask.Vertex) is { } held
            ? $"{Name(graph, held.Subtask)} has had no credit for {Span(held.HeldMs)}: what is downstream of it takes no more."
            : null;

    private static string? Late(JobGraph graph, IReadOnlyList<TaskMetrics> samples)
    {
        var sources = samples.Where(sample => sample.Operators.Count > 0 && IsSource(graph, sample.Subtask))
            .Select(sample => (sample.Subtask, WatermarkMs: sample.Operators.Max(each => each.WatermarkMs)))
            .Where(each => each.WatermarkMs != long.MaxValue).ToList();
        if (sources.Count < 2)
            return null;

        var (last, ahead) = (sources.MinBy(each => each.WatermarkMs), sources.Max(each => each.WatermarkMs));
        if (ahead == long.MinValue || last.WatermarkMs > ahead - WatermarkLagMs)
            return null;

        return last.WatermarkMs == long.MinValue
            ? $"{Name(graph, last.Subtask)} holds the watermark: it has given none yet."
            : $"{Name(graph, last.Subtask)} holds the watermark, {Span(ahead - last.WatermarkMs)} behind the furthest source.";
    }

    private static bool IsSource(JobGraph graph, SubtaskId subtask) =>
        graph.Vertices.FirstOrDefault(vertex => vertex.Id == subtask.Vertex) is { } vertex && vertex.Nodes[0].Inputs.Count == 0;

    private static string Name(JobGraph graph, SubtaskId subtask)
    {
        var vertex = graph.Vertices.FirstOrDefault(each => each.Id == subtask.Vertex);
        return $"Subtask {subtask.Index} of '{vertex?.Name ?? subtask.Vertex.ToString(CultureInfo.InvariantCulture)}'";
    }

    private static string Span(long ms) => TimeSpan.FromMilliseconds(ms - (ms % 1000)).ToString("c", CultureInfo.InvariantCulture);
}
