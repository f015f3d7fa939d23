namespace Akka.Flink.AkkaBenchmarks;

using Akka.Actor;
using Akka.Persistence;

/// <summary>Small events from one persistent actor to SQLite: as many as the journal takes at once, and one after the other.</summary>
internal static class PersistThroughput
{
    private const int EventsAtOnce = 100_000;
    private const int EventsOneByOne = 5_000;

    public static async Task<Result> RunAsync(string folder, string synchronous)
    {
        using var system = Databases.Open(folder, $"async-{synchronous}", synchronous);
        var rate = await Measure.RateAsync(EventsAtOnce, () => WriteAll(system, EventsAtOnce, oneByOne: false));
        await system.Terminate();
        return new Result($"PersistAsync, small events, SQLite {synchronous}", rate / 1e3, "K/s", Bound: 52.5, Official: 110);
    }

    public static async Task<Result> RunOneByOne(string folder, string synchronous)
    {
        using var system = Databases.Open(folder, $"single-{synchronous}", synchronous);
        var rate = await Measure.RateAsync(EventsOneByOne, () => WriteAll(system, EventsOneByOne, oneByOne: true));
        await system.Terminate();
        return synchronous == "normal"
            ? new Result("Persist one by one, SQLite normal", rate / 1e3, "K/s", Bound: 1.95, Official: 3.9)
            : new Result("Persist one by one, SQLite full", rate / 1e3, "K/s", Bound: 1.95, Official: 3.9);
    }

    private static async Task WriteAll(ActorSystem system, int events, bool oneByOne)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writer = system.ActorOf(Props.Create(() => new Writer(Guid.NewGuid().ToString("N"), events, oneByOne, done)));
        writer.Tell(new Go());
        await done.Task;
        system.Stop(writer);
    }

    private sealed record Go;

    private sealed record Stored(long Number, string Kind);

    private sealed class Writer : UntypedPersistentActor
    {
        private readonly int _events;
        private readonly bool _oneByOne;
        private readonly TaskCompletionSource _done;
        private readonly Action<Stored> _handler;
        private int _durable;

        public Writer(string persistenceId, int events, bool oneByOne, TaskCompletionSource done)
        {
            PersistenceId = persistenceId;
            _events = events;
            _oneByOne = oneByOne;
            _done = done;
            _handler = Durable;
        }

        public override string PersistenceId { get; }

        protected override void OnCommand(object message)
        {
            if (_oneByOne)
            {
                Persist(new Stored(_durable, "order"), _handler);
                return;
            }

            for (var i = 0; i < _events; i++)
                PersistAsync(new Stored(i, "order"), _handler);
        }

        protected override void OnRecover(object message)
        {
        }

        protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) => _done.TrySetException(cause);

        private void Durable(Stored stored)
        {
            if (++_durable == _events)
                _done.SetResult();
            else if (_oneByOne)
                Persist(new Stored(_durable, "order"), _handler);
        }
    }
}
