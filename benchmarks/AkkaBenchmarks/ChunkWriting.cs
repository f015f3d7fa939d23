namespace Akka.Flink.AkkaBenchmarks;

using System.Diagnostics;
using Akka.Actor;
using Akka.Persistence;

/// <summary>State chunks through PersistAsync into one database, while single events go to another and their times are taken.</summary>
internal static class ChunkWriting
{
    private const int ChunkBytes = 256 * 1024;
    private const int Outstanding = 8;
    private const int Chunks = 8_000;

    /// <summary>Writes chunks while single events are written.</summary>
    /// <param name="folder">Where the databases lie.</param>
    /// <param name="synchronous">When both databases wait for the disk.</param>
    public static async Task<IReadOnlyList<Result>> Run(string folder, string synchronous)
    {
        using var system = Databases.Open(folder, $"chunks-{synchronous}", synchronous);
        var control = system.ActorOf(Props.Create(() => new ControlWriter()));
        await WriteChunks(system, Chunks / 8);   // warms up

        control.Tell(ControlWriter.Reset.Instance);
        var started = Stopwatch.GetTimestamp();
        await WriteChunks(system, Chunks);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var latencies = await control.Ask<ControlWriter.Latencies>(ControlWriter.Report.Instance, TimeSpan.FromSeconds(30));
        await system.Terminate();

        return
        [
            new Result($"Chunks of 256 KiB, SQLite {synchronous}", Chunks * (ChunkBytes / 1e6) / seconds, "MB/s", Bound: 150),
            new Result(
                $"  meanwhile single events elsewhere, p99 of {latencies.Count:N0}",
                latencies.P99Ms,
                "ms",
                Bound: 20,
                LowerIsBetter: true),
            new Result("  meanwhile single events elsewhere, maximum", latencies.MaxMs, "ms"),
        ];
    }

    private static async Task WriteChunks(ActorSystem system, int chunks)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writer = system.ActorOf(Props.Create(() => new ChunkWriter(chunks, done)));
        writer.Tell(ChunkWriter.Go.Instance);
        await done.Task;
        system.Stop(writer);
    }

    /// <summary>Keeps eight chunks on their way, as a task of the engine does.</summary>
    private sealed class ChunkWriter : UntypedPersistentActor
    {
        private readonly byte[] _chunk = new byte[ChunkBytes];
        private readonly int _chunks;
        private readonly TaskCompletionSource _done;
        private readonly Action<byte[]> _handler;
        private int _written;
        private int _durable;

        public ChunkWriter(int chunks, TaskCompletionSource done)
        {
            _chunks = chunks;
            _done = done;
            _handler = Durable;
            JournalPluginId = "akka.persistence.journal.chunks";
            Random.Shared.NextBytes(_chunk);
        }

        public override string PersistenceId { get; } = Guid.NewGuid().ToString("N");

        protected override void OnCommand(object message)
        {
            for (var i = 0; i < Outstanding; i++)
                WriteNext();
        }

        protected override void OnRecover(object message)
        {
        }

        protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) => _done.TrySetException(cause);

        private void WriteNext()
        {
            if (_written == _chunks)
                return;

            _written++;
            PersistAsync(_chunk, _handler);
        }

        private void Durable(byte[] chunk)
        {
            if (++_durable == _chunks)
                _done.SetResult();
            else
                WriteNext();
        }

        public sealed class Go
        {
            public static readonly Go Instance = new();
        }
    }
}
