namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using static WireFormat;

/// <summary>What a task tells its job master.</summary>
internal static class ReportFormats
{
    /// <summary>The table.</summary>
    public static ImmutableArray<WireFormat> All =>
    [
        Of<TaskDeployed>("TD1",
            (to, message) =>
            {
                WriteSubtask(to, message.Attempt, message.Subtask);
                to.Write(message.Task);
                to.Write(message.GraphFingerprint);
            },
            from => new TaskDeployed(from.ReadAttemptId(), from.ReadSubtask(), from.ReadActor(), from.ReadString())),
        Of<TaskConnected>("TN1",
            (to, message) => WriteSubtask(to, message.Attempt, message.Subtask),
            from => new TaskConnected(from.ReadAttemptId(), from.ReadSubtask())),
        Of<TaskRunning>("TR1",
            (to, message) => WriteSubtask(to, message.Attempt, message.Subtask),
            from => new TaskRunning(from.ReadAttemptId(), from.ReadSubtask())),
        Of<TaskEnded>("TE1",
            (to, message) => WriteSubtask(to, message.Attempt, message.Subtask),
            from => new TaskEnded(from.ReadAttemptId(), from.ReadSubtask())),
        Of<TaskStopped>("TS1",
            (to, message) => WriteSubtask(to, message.Attempt, message.Subtask),
            from => new TaskStopped(from.ReadAttemptId(), from.ReadSubtask())),
        Of<TaskFailed>("TF1",
            (to, message) =>
            {
                WriteSubtask(to, message.Attempt, message.Subtask);
                to.Write(message.Failure);
            },
            from => new TaskFailed(from.ReadAttemptId(), from.ReadSubtask(), from.ReadFailure())),
        Of<CheckpointAcknowledged>("CA1",
            WriteAcknowledged,
            from => new CheckpointAcknowledged(
                from.ReadAttemptId(), from.ReadLong(), from.ReadSubtask(), from.ReadAll(from.ReadOperatorWithBase), from.ReadStatistics())
            {
                Left = from.ReadAll(() => new SegmentId(from.ReadString())),
            }),
        Of<SavepointAcknowledged>("SA1",
            (to, message) =>
            {
                WriteAcknowledged(to, message);
                to.WriteAll(message.Saved, saved =>
                {
                    to.Write(saved.Uid);
                    to.WriteWithBase(saved.Keyed);
                });
            },
            ReadSavepointAcknowledged),
        Of<CheckpointCommitted>("CC1",
            (to, message) => WriteCheckpoint(to, message.Attempt, message.Number, message.Subtask),
            from => new CheckpointCommitted(from.ReadAttemptId(), from.ReadLong(), from.ReadSubtask())),
        Of<CheckpointDeclined>("CD1",
            (to, message) =>
            {
                WriteCheckpoint(to, message.Attempt, message.Number, message.Subtask);
                to.Write(message.Reason);
            },
            from => new CheckpointDeclined(from.ReadAttemptId(), from.ReadLong(), from.ReadSubtask(), from.ReadString())),
        Of<SplitRequested>("SR1",
            (to, message) =>
            {
                to.Write(message.Attempt);
                to.Write(message.Uid);
                to.Write(message.Subtask);
                to.WriteLong(message.Count);
            },
            from => new SplitRequested(from.ReadAttemptId(), from.ReadString(), from.ReadSubtask(), from.ReadLong())),
        Of<SplitsReceived>("SV1",
            (to, message) =>
            {
                to.Write(message.Attempt);
                to.Write(message.Uid);
                to.Write(message.Subtask);
                to.WriteLong(message.Sequence);
            },
            from => new SplitsReceived(from.ReadAttemptId(), from.ReadString(), from.ReadSubtask(), from.ReadLong())),
        Of<SourceEventSent>("SS1",
            (to, message) =>
            {
                to.Write(message.Attempt);
                to.Write(message.Uid);
                to.WriteInt(message.Subtask);
                to.Write(message.Data);
            },
            from => new SourceEventSent(from.ReadAttemptId(), from.ReadString(), from.ReadInt(), from.ReadBytes())),
        Of<WatermarkReported>("WR1",
            (to, message) =>
            {
                to.Write(message.Attempt);
                to.Write(message.Uid);
                to.WriteInt(message.Subtask);
                to.WriteFixed(message.WatermarkMs);
            },
            from => new WatermarkReported(from.ReadAttemptId(), from.ReadString(), from.ReadInt(), from.ReadFixed())),
        Of<TaskMetrics>("TM1", WriteMetrics, ReadMetrics),
        Of<TasksSampled>("TA1",
            (to, message) =>
            {
                to.Write(message.Attempt);
                to.Write(message.Node);
                to.WriteAll(message.Tasks, task => WriteMetrics(to, task));
            },
            from => new TasksSampled(from.ReadAttemptId(), from.ReadString(), from.ReadAll(() => ReadMetrics(from)))),
    ];

    /// <summary>Writes why something failed; the exception itself stays where it was thrown.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="failure">Why.</param>
    public static void Write(this WireWriter to, TaskFailure failure)
    {
        to.Write((byte)failure.Domain);
        to.Write(failure.IsRecoverable);
        to.Write(failure.Message);
        to.WriteOptional(failure.Details);
    }

    /// <summary>Reads why something failed.</summary>
    /// <param name="from">Where from.</param>
    public static TaskFailure ReadFailure(this WireReader from) =>
        new(from.ReadEnum<ErrorDomain>(), from.ReadBool(), from.ReadString(), from.ReadOptional(), null);

    private static void WriteSubtask(WireWriter to, AttemptId attempt, SubtaskId subtask)
    {
        to.Write(attempt);
        to.Write(subtask);
    }

    private static void WriteAcknowledged(WireWriter to, CheckpointAcknowledged message)
    {
        to.Write(message.Attempt);
        to.WriteLong(message.Number);
        to.Write(message.Subtask);
        to.WriteAll(message.Operators, to.WriteWithBase);
        to.Write(message.Statistics);
        to.WriteAll(message.Left, left => to.Write(left.Value));
    }

    private static SavepointAcknowledged ReadSavepointAcknowledged(WireReader from)
    {
        var (attempt, number, subtask) = (from.ReadAttemptId(), from.ReadLong(), from.ReadSubtask());
        var (operators, statistics) = (from.ReadAll(from.ReadOperatorWithBase), from.ReadStatistics());
        var left = from.ReadAll(() => new SegmentId(from.ReadString()));
        var saved = from.ReadAll(() => new SavedState(from.ReadString(), from.ReadWithBase()));
        return new SavepointAcknowledged(attempt, number, subtask, operators, statistics, saved) { Left = left };
    }

    private static void WriteCheckpoint(WireWriter to, AttemptId attempt, long number, SubtaskId subtask)
    {
        to.Write(attempt);
        to.WriteLong(number);
        to.Write(subtask);
    }

    private static void Write(this WireWriter to, CheckpointStatistics statistics)
    {
        to.WriteLong(statistics.AlignmentMs);
        to.WriteLong(statistics.SyncMs);
        to.WriteLong(statistics.AsyncMs);
        to.WriteLong(statistics.WrittenBytes);
        to.Write(statistics.IsBase);
    }

    private static CheckpointStatistics ReadStatistics(this WireReader from) =>
        new(from.ReadLong(), from.ReadLong(), from.ReadLong(), from.ReadLong(), from.ReadBool());

    private static void WriteMetrics(WireWriter to, TaskMetrics metrics)
    {
        WriteSubtask(to, metrics.Attempt, metrics.Subtask);
        to.WriteAll(metrics.Operators, sample =>
        {
            to.Write(sample.Uid);
            to.Write(sample.Name);
            to.WriteLong(sample.RecordsIn);
            to.WriteLong(sample.RecordsOut);
            to.WriteFixed(sample.WatermarkMs);
            to.WriteAll([.. sample.Counters.OrderBy(counter => counter.Key, StringComparer.Ordinal)], counter =>
            {
                to.Write(counter.Key);
                to.WriteLong(counter.Value);
            });
        });
        to.WriteLong(metrics.BackPressuredMs);
        to.WriteLong(metrics.BusyMs);
        to.WriteOptional(metrics.AtWork);
        to.WriteLong(metrics.AtWorkMs);
        to.WriteLong(metrics.HeldMs);
    }

    private static TaskMetrics ReadMetrics(WireReader from) => new(
        from.ReadAttemptId(), from.ReadSubtask(), from.ReadAll(() => ReadSample(from)), from.ReadLong(), from.ReadLong())
    {
        AtWork = from.ReadOptional(),
        AtWorkMs = from.ReadLong(),
        HeldMs = from.ReadLong(),
    };

    private static OperatorMetricsSample ReadSample(WireReader from) => new(
        from.ReadString(), from.ReadString(), from.ReadLong(), from.ReadLong(), from.ReadFixed(), ReadCounters(from));

    private static Dictionary<string, long> ReadCounters(WireReader from)
    {
        var counters = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (name, value) in from.ReadAll(() => (from.ReadString(), from.ReadLong())))
            counters[name] = value;
        return counters;
    }
}
