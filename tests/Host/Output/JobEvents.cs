namespace Akka.Flink.Host.Tests.Output;

using Akka.Flink.Host.Output;
using Akka.Flink.Runtime;

/// <summary>Events of a job with a source and a sink.</summary>
internal static class JobEvents
{
    public static readonly JobId Job = new("job-1");
    public static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_000_000);

    public static readonly WatchedOperator[] Operators = [new("source", true, false), new("sink", false, true), new("late", false, true)];

    public static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);

    public static JobReport Report(double seconds, long read, long pressureMs = 0, int attempt = 1) =>
        new(Job, At(seconds), Tasks(read, pressureMs, attempt), null);

    public static TaskMetrics[] Tasks(long read, long pressureMs = 0, int attempt = 1)
    {
        var (id, now) = (new AttemptId(Job, attempt), Start.ToUnixTimeMilliseconds());
        return
        [
            new(id, new SubtaskId(0, 0), [Sample("source", "clicks", read, read, now)], pressureMs, 0),
            new(id, new SubtaskId(1, 0), [Sample("sink", "pages", read / 10, 0, now)], 0, 0),
            new(id, new SubtaskId(1, 1), [Sample("sink", "pages", read / 10, 0, now - 5_000)], 0, 0),
            new(id, new SubtaskId(2, 0), [Sample("late", "late", read / 100, 0, now)], 0, 0),
        ];
    }

    public static CheckpointDone Checkpoint(double seconds, long number) =>
        new(Job, At(seconds), new CheckpointId(1, number), CheckpointKind.Periodic, 45, 1_234_567, 2_345_678);

    public static TaskFailure Failure(string message) => new(ErrorDomain.Function, true, message, null, null);

    private static OperatorMetricsSample Sample(string uid, string name, long recordsIn, long recordsOut, long watermarkMs) =>
        new(uid, name, recordsIn, recordsOut, watermarkMs, new Dictionary<string, long> { ["numLateRecordsDropped"] = recordsIn / 1000 });
}
