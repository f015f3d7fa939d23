namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;

/// <summary>The asynchronous calls of a case: what was called, and how calls end when the case says so.</summary>
public sealed class PendingCalls
{
    private readonly Dictionary<long, TaskCompletionSource<IReadOnlyCollection<Row>>> _latest = [];
    private readonly List<long> _begun = [];

    /// <summary>Begins a call.</summary>
    public Task<IReadOnlyCollection<Row>> Begin(long id)
    {
        _begun.Add(id);
        return (_latest[id] = new TaskCompletionSource<IReadOnlyCollection<Row>>()).Task;
    }

    /// <summary>The calls that were begun since this was asked last.</summary>
    public IReadOnlyList<long> TakeBegun()
    {
        long[] begun = [.. _begun];
        _begun.Clear();
        return begun;
    }

    /// <summary>Forgets all calls, as a restore does.</summary>
    public void Forget() => _latest.Clear();

    /// <summary>Ends the latest call of an id as a step says, if there is one that has not ended.</summary>
    public void End(JsonElement step)
    {
        if (step.TryGetProperty("fail", out var failing))
        {
            if (_latest.TryGetValue(failing.GetInt64(), out var failed))
                failed.TrySetException(new InvalidOperationException("The case fails this call."));
            return;
        }

        var id = step.GetProperty("complete").GetInt64();
        if (_latest.TryGetValue(id, out var call))
            call.TrySetResult([.. ResultsOf(step, id).Select(result => RowOf(id, result))]);
    }

    /// <summary>A result.</summary>
    public static Row RowOf(long id, long result) => Row.Of(("id", id), ("result", result));

    private static IEnumerable<long> ResultsOf(JsonElement step, long id) =>
        step.TryGetProperty("results", out var results)
            ? results.EnumerateArray().Select(result => result.GetInt64())
            : [unchecked(id * 10)];
}
