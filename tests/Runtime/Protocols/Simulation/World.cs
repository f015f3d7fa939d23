namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

using System.Buffers.Binary;
using System.Globalization;

/// <summary>One simulated run: a clock, a network, a journal, segments and output that survive crashes, and what runs on them.</summary>
internal sealed class World
{
    private const int QuietDelayMs = 20;

    public static readonly JobId Job = new("job");

    private readonly PriorityQueue<Action, (long AtMs, long Order)> _events = new();
    private readonly Dictionary<(int From, int To), long> _lastDelivery = [];
    private readonly List<object> _blobs = [];
    private readonly Dictionary<CheckpointId, Dictionary<SubtaskId, IReadOnlyList<SegmentId>>> _acknowledged = [];
    private readonly HashSet<(int, long, int)> _committed = [];
    private readonly HashSet<int> _output = [];
    private readonly HashSet<(int Key, int Count)> _counts = [];
    private readonly List<string>? _trace;
    private long _order;
    private int _lastNode;

    public World(int seed, Steps steps, bool isTraced = false)
    {
        Scenario = new Scenario(seed);
        Steps = steps;
        _trace = isTraced ? [] : null;
        Journal = new JournalModel(this);
        Nodes = new NodesModel(this);
        Reads = new ReadLedger(this);
        Chaos = new Chaos(this);
        Splits = new SplitLedger(this);
    }

    public Scenario Scenario { get; }

    public Steps Steps { get; }

    public JournalModel Journal { get; }

    public NodesModel Nodes { get; }

    public ReadLedger Reads { get; }

    public Chaos Chaos { get; }

    public SplitLedger Splits { get; }

    public Dictionary<SegmentId, List<ChunkModel>> Segments { get; } = [];

    public HashSet<SegmentId> Deleted { get; } = [];

    public long NowMs { get; private set; }

    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(NowMs);

    public bool IsChaotic => NowMs < Scenario.ChaosEndsAtMs;

    public int StepsTaken { get; private set; }

    /// <summary>What happened, a line each.</summary>
    public IReadOnlyList<string> Lines => _trace ?? [];

    public int NewNode() => ++_lastNode;

    /// <summary>Runs until the job has finished.</summary>
    public void Run()
    {
        Nodes.Begin();
        Chaos.Begin();
        while (!Chaos.IsOver)
        {
            if (!_events.TryDequeue(out var action, out var at))
                throw new InvariantViolatedException(Invariants.Finishes, "nothing is left to happen, and the job has not finished");
            Require(at.AtMs <= Scenario.MustFinishByMs, Invariants.Finishes, $"the job has not finished by {Scenario.MustFinishByMs} ms");

            NowMs = at.AtMs;
            StepsTaken++;
            action();
        }

        Require(_output.Count == Scenario.Records, Invariants.ExactlyOnce,
            $"{_output.Count} of {Scenario.Records} records came out by the end");
    }

    public void At(long atMs, Action action) => _events.Enqueue(action, (Math.Max(atMs, NowMs), _order++));

    public void After(long delayMs, Action action) => At(NowMs + delayMs, action);

    /// <summary>Sends: late, perhaps never, but in order between two nodes and never twice.</summary>
    public void Send(int from, int to, object message, Action deliver, bool isReliable = false)
    {
        if (!isReliable && IsChaotic && Scenario.Loss > 0 && Scenario.Happens(Scenario.Loss))
        {
            Trace("lost", message);
            return;
        }

        var atMs = NowMs + Scenario.Random.Next(1, (IsChaotic ? Scenario.MaxDelayMs : Math.Min(Scenario.MaxDelayMs, QuietDelayMs)) + 1);
        atMs = Math.Max(atMs, _lastDelivery.GetValueOrDefault((from, to)));
        _lastDelivery[(from, to)] = atMs;
        At(atMs, deliver);
    }

    /// <summary>Sends: late, perhaps never, perhaps twice, and in any order.</summary>
    public void SendLoosely(object message, Action deliver)
    {
        var copies = !IsChaotic ? 1 : (Scenario.Happens(Scenario.Loss) ? 0 : 1) + (Scenario.Happens(Scenario.Duplication) ? 1 : 0);
        if (copies == 0)
            Trace("lost", message);
        for (var i = 0; i < copies; i++)
            After(Scenario.Random.Next(1, (IsChaotic ? Scenario.MaxDelayMs : Math.Min(Scenario.MaxDelayMs, QuietDelayMs)) + 1), deliver);
    }

    public void Trace(string who, object what)
    {
        if (_trace is null)
            return;

        if (_trace.Count > 200_000)
            _trace.RemoveRange(0, 100_000);
        _trace.Add(string.Create(CultureInfo.InvariantCulture, $"{NowMs,7} {who,-14} {what}"));
    }

    public void Require(bool holds, string invariant, string otherwise)
    {
        if (!holds)
            throw new InvariantViolatedException(invariant, otherwise);
    }

    /// <summary>Keeps something as if it were bytes.</summary>
    public ReadOnlyMemory<byte> Write(object value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, _blobs.Count);
        _blobs.Add(value);
        return bytes;
    }

    public T Read<T>(ReadOnlyMemory<byte> bytes) => (T)_blobs[BinaryPrimitives.ReadInt32LittleEndian(bytes.Span)];

    public void Acknowledged(CheckpointId checkpoint, SubtaskId subtask, IReadOnlyList<SegmentId> left)
    {
        if (!_acknowledged.TryGetValue(checkpoint, out var parts))
            _acknowledged.Add(checkpoint, parts = []);
        parts[subtask] = left;
    }

    public bool HasAcknowledged(CheckpointId checkpoint, SubtaskId subtask) =>
        _acknowledged.TryGetValue(checkpoint, out var parts) && parts.ContainsKey(subtask);

    /// <summary>What tasks had left behind before a checkpoint, and no retained one names.</summary>
    public IReadOnlyList<SegmentId> LeftBefore(CheckpointId checkpoint) =>
        [.. _acknowledged[checkpoint].Values.SelectMany(left => left).Except(RetainedSegments.NamedBy(Journal.Ledger.Jobs[Job].Retained))];

    /// <summary>Commits a transaction; to do so again changes nothing.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="checkpoint">The checkpoint that says so: its own, or a later one when that was given up.</param>
    public void Commit(Transaction transaction, CheckpointId checkpoint)
    {
        Require(Journal.Has(checkpoint), Invariants.DurableBeforeCommit, $"checkpoint {checkpoint} is committed and not durable");
        if (!_committed.Add((transaction.Attempt.Number, transaction.Number, transaction.Subtask)))
            return;

        foreach (var record in transaction.Records)
        {
            Require(_output.Add(record.Number), Invariants.ExactlyOnce, $"record {record.Number} came out twice");
            Require(_counts.Add((record.Key, record.Count)), Invariants.ExactlyOnce, $"key {record.Key} counted {record.Count} twice");
        }
    }

    /// <summary>Deletes a segment, which no checkpoint may need.</summary>
    public void Delete(SegmentId segment)
    {
        Segments.Remove(segment);
        Deleted.Add(segment);
        CheckSegments();
    }

    /// <summary>No retained and no pending checkpoint names a segment that was deleted.</summary>
    public void CheckSegments()
    {
        if (Deleted.Count == 0)
            return;

        if (Journal.Ledger.Jobs.TryGetValue(Job, out var record))
        {
            foreach (var checkpoint in record.Retained)
                CheckParts(checkpoint.Id, checkpoint.Subtasks.SelectMany(part => part.Operators));
        }

        foreach (var master in Chaos.Masters)
        {
            // what an attempt behind the fence has pending can never complete
            if (master.State.Attempt == Journal.Last.Attempt && master.State.Checkpoints?.Pending is { } pending)
                CheckParts(new CheckpointId(master.State.Attempt, pending.Number), pending.Parts.SelectMany(part => part?.Operators ?? []));
        }
    }

    private void CheckParts(CheckpointId checkpoint, IEnumerable<OperatorStateHandle> parts)
    {
        foreach (var range in parts.SelectMany(part => part.Keyed?.Chunks ?? []))
        {
            Require(!Deleted.Contains(range.Segment), Invariants.SegmentsStay,
                $"segment {range.Segment} of checkpoint {checkpoint} was deleted");
        }
    }
}
