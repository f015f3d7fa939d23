namespace Akka.Flink.Jobs.Engine;

using Akka.Flink.Operators;

/// <summary>Runs jobs on the synchronous driver: all subtasks in this thread.</summary>
internal sealed class SyncDriver : IJobDriver
{
    public Outcome Run(JobCase run, RunMeter meter)
    {
        var sink = new ChecksumSink(run.Checksum, meter);
        new SynchronousDriver(EngineJobs.GraphOf(run, sink, meter)).Run();
        return sink.Outcome;
    }

    public void Dispose()
    {
    }
}
