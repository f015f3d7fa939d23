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
    /// <param name="synchronous">How the database of the single events is synced; the chunks' is <c>normal</c>.</param>
    /// <param name="megabytesPerSecond">How fast the chunks may be written at the most.</param>
    public static async Task<IReadOnlyList<Result>> Run(string folder, string synchronous, int megabytesPerSecond)
    {
        using var system = Databases.Open(folder, $"chunks-{synchronous}", synchronous);
        var control = system.ActorOf(Props.Create(() => new ControlWriter()));
        await WriteChunks(system, Chunks / 8, megabytesPerSecond);   // warms up

        control.Tell(ControlWriter.Reset.Instance);
        var started = Stopwatch.GetTimestamp();
        await WriteChunks(system, Chunks, megabytesPerSecond);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var latencies = await control.Ask<ControlWriter.Latencies>(ControlWriter.Report.Instance, TimeSpan.FromSeconds(30));
        await system.Terminate();

        var pace = megabytesPerSecond == int.MaxValue ? "at full speed" : $"paced to {megabytesPerSecond} MB/s";
        return
        [
            new Result($"Chunks of 256 KiB, SQLite normal, {pace}", Chunks * (ChunkBytes / 1e6) / seconds, "MB/s", Bound: 150),
            new Result($"  meanwhile single events, {synchronous}, p99 of {latencies.Count:N0}", latencies.P99Ms, "ms", Bound: 20, LowerIsBetter: true),
            new Result($"  meanwhile single events, {synchronous}, maximum", latencies.MaxMs, "ms"),
        ];
    }

    private static async Task WriteChunks(ActorSystem system, int chunks, int megabytesPerSecond)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writer = system.ActorOf(Props.Create(() => new ChunkWriter(chunks, megabytesPerSecond, done)));
        writer.Tell(ChunkWriter.Go.Instance);
        await done.Task;
        system.Stop(writer);
    }

    /// <summary>Keeps eight chunks on their way, as a task of the engine does, unless it is ahead of its pace.</summary>
    private sealed class ChunkWriter : UntypedPersistentActor, IWithTimers
    {
        private readonly double _chunksPerMs;
        private readonly byte[] _chunk = new byte[ChunkBytes];
        private readonly int _chunks;
        private readonly TaskCompletionSource _done;
        private readonly Action<byte[]> _handler;
        private long _started;
        private int _written;
        private int _durable;

        public ChunkWriter(int chunks, int megabytesPerSecond, TaskCompletionSource done)
        {
            _chunksPerMs = megabytesPerSecond * 1e3 / ChunkBytes;
            _chunks = chunks;
            _done = done;
            _handler = Durable;
            JournalPluginId = "akka.persistence.journal.chunks";
            Random.Shared.NextBytes(_chunk);
        }

        public override string PersistenceId { get; } = Guid.NewGuid().ToString("N");

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void OnCommand(object message)
        {
            if (_written == 0)
                _started = Stopwatch.GetTimestamp();
            WriteMore();
        }

        protected override void OnRecover(object message)
        {
        }

        protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) => _done.TrySetException(cause);

        private void WriteMore()
        {
            var allowed = Stopwatch.GetElapsedTime(_started).TotalMilliseconds * _chunksPerMs + Outstanding;
            while (_written < _chunks && _written - _durable < Outstanding && _written < allowed)
            {
                _written++;
                PersistAsync(_chunk, _handler);
            }

            if (_written == _durable)
                Timers.StartSingleTimer("pace", Go.Instance, TimeSpan.FromMilliseconds(10));
        }

        private void Durable(byte[] chunk)
        {
            if (++_durable == _chunks)
                _done.SetResult();
            else
                WriteMore();
        }

        public sealed class Go
        {
            public static readonly Go Instance = new();
        }
    }
}
