namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Event;
using Akka.Flink.Operators;

/// <summary>Runs one subtask: its chain of operators, the ends of its channels, its part in checkpoints.</summary>
/// <remarks>
/// <para>Its mailbox is a doorbell. What comes over channels is only appended; the work is done by a message that the task sends itself, a
/// millisecond of it at a time, so that commands and grants never wait behind data.</para>
/// <para>What the job master says and what happens inside goes through <see cref="TaskProtocol"/>; this carries out what that decides. Only
/// data does not: batches, grants, timers.</para>
/// <para>It runs on the dispatcher <see cref="Dispatcher"/>, whose threads are its node's slots: users' functions run on no other thread.
/// Whatever fails in it fails the task: it says so, closes its operators and stops. It is never restarted in place.</para>
/// </remarks>
internal sealed partial class TaskActor : UntypedActor
{
    /// <summary>The dispatcher of all tasks.</summary>
    public const string Dispatcher = "akka.flink.task-dispatcher";

    private static readonly TimeSpan SecondTick = TimeSpan.FromSeconds(1);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly NodeServices _services;
    private readonly TimeProvider _clock;
    private readonly IActorRef _self;
    private readonly CancellationTokenSource _ending = new();
    private readonly ReadyChannels _ready = new();
    private readonly ITimer _wakeUp;
    private readonly ITimer _tick;
    private IActorRef _master = ActorRefs.Nobody;
    private TaskChain _chain = null!;
    private TaskSnapshots _snapshots = null!;
    private TaskProbe _probe = null!;
    private JobSettings _settings = JobSettings.Default;

    public TaskActor(NodeServices services)
    {
        _services = services;
        _clock = services.Clock;
        _self = Self;
        _wakeUp = _clock.CreateTimer(TellSelf, WakeUp.Instance, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _tick = _clock.CreateTimer(TellSelf, Tick.Instance, SecondTick, SecondTick);
    }

    /// <summary>A task.</summary>
    /// <param name="services">What it shares with the others of its node.</param>
    public static Props Props(NodeServices services) =>
        Akka.Actor.Props.Create(() => new TaskActor(services)).WithDispatcher(Dispatcher);

    private string Name => $"{_chain?.Vertex.Name ?? "?"} ({_state.Subtask.Index + 1}/{_chain?.Vertex.Parallelism ?? 0})";

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        if (_state.Phase == TaskProtocolPhase.Stopped)
            return;

        try
        {
            switch (message)
            {
                case Work:
                    DoWork();
                    break;
                case ChannelMessage data:
                    TakeData(data);
                    break;
                case ITaskMessage command:
                    Handle(command);
                    break;
                default:
                    HandleOwn(message);
                    break;
            }
        }
        catch (Exception cause)   // whatever a chain of users' functions throws ends the task
        {
            Fail(cause);
        }
    }

    /// <inheritdoc/>
    protected override void PostStop()
    {
        if (_state.Phase != TaskProtocolPhase.Stopped)
            CloseAll();
    }

    private void TakeData(ChannelMessage data)
    {
        if (data is BatchMessage { IsReturning: true } returned)
        {
            returned.Home?.TakeBack(returned);
            Schedule();
            return;
        }

        if (data.Attempt != _state.Attempt || _chain is null)
            return;

        var channel = _chain.ReceiverOf(data.Channel);
        channel.Take(data);
        _ready.Add(channel);
        Schedule();
    }

    private void Handle(ITaskMessage command)
    {
        if (command is DeployTask deploy && !_state.IsMaking)
        {
            _master = Sender;
            _state = new TaskState(deploy.Attempt, deploy.Subtask);
        }

        switch (command)
        {
            case Grant grant when grant.Attempt == _state.Attempt:
                _chain.SenderOf(grant.Channel).TakeGrant(grant.Batches, grant.Bytes);
                Schedule();
                break;
            case ChannelPosition position when position.Attempt == _state.Attempt:
                _chain.ReceiverOf(position.Channel).Take(position, NowMs());
                break;
            default:
                Take(command);
                break;
        }
    }

    private void HandleOwn(object message)
    {
        switch (message)
        {
            case WakeUp:
                _wakeUpAtMs = long.MaxValue;
                Schedule();
                break;
            case Rung:
                _hasRung = true;
                Schedule();
                break;
            case Tick:
                EachSecond();
                break;
            case SegmentProgress progress:
                _snapshots.TakeProgress(progress);
                Schedule();   // the store may take more
                break;
            case TaskSnapshots.RestReady rest:
                _snapshots.TakeRest(rest);
                Schedule();
                break;
            case SourceReady ready:
                TakeSourceReady(ready);
                break;
            case SinkReady ready:
                TakeSinkReady(ready);
                break;
            case RestoredChunk chunk:
                Apply(chunk);
                break;
            case RestoreEnded ended:
                EndRestore(ended.Failure);
                break;
            case LeaseCheck:
                CheckLease();
                break;
        }
    }

    private long NowMs() => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    private void Tell(ITaskMessage report) => _master.Tell(report, _self);

    private void TellSelf(object? message) => _self.Tell(message, ActorRefs.NoSender);

    private sealed class Work
    {
        public static readonly Work Instance = new();
    }

    private sealed class WakeUp
    {
        public static readonly WakeUp Instance = new();
    }

    private sealed class Rung
    {
        public static readonly Rung Instance = new();
    }

    private sealed class Tick
    {
        public static readonly Tick Instance = new();
    }

    private sealed class LeaseCheck
    {
        public static readonly LeaseCheck Instance = new();
    }

    private sealed record SourceReady(Exception? Failure);

    private sealed record RestoreEnded(Exception? Failure);
}
