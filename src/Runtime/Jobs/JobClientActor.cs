namespace Akka.Flink.Runtime;

using Akka.Actor;
using static JobManagerProtocol;

/// <summary>Stands for whoever submitted a job: submits it again when another job manager leads, and passes on what happens to
/// it.</summary>
internal sealed class JobClientActor : ReceiveActor
{
    private const int PatienceInFailures = 5;
    private const int MaxUnheard = 1_000;

    private JobSubmission _submission;
    private readonly IActorRef _manager;
    private readonly TaskCompletionSource _accepted;
    private readonly TaskCompletionSource<JobOutcome> _ended;
    private readonly Dictionary<long, Action<JobEvent>> _observers = [];
    private List<JobEvent>? _unheard = [];   // what happened before anybody listened; null from then on
    private readonly TimeProvider _clock;
    private StatusChanged _status;
    private AttemptBegan? _attempt;
    private object? _order;
    private int _failures;

    public JobClientActor(
        JobSubmission submission, IActorRef manager, TimeProvider clock, TaskCompletionSource accepted,
        TaskCompletionSource<JobOutcome> ended)
    {
        (_submission, _manager, _clock, _accepted, _ended) = (submission, manager, clock, accepted, ended);
        _status = new StatusChanged(submission.JobId, clock.GetUtcNow(), JobStatus.Created, null);
        Receive<ManagerLeads>(_ => OnManagerLeads());
        Receive<ManagerFailed>(OnManagerFailed);
        Receive<Accepted>(_ => OnAccepted());
        Receive<Refused>(refused => Refuse(refused.Reason));
        Receive<JobEvent>(OnEvent);
        Receive<Ended>(ended => End(ended.Outcome));
        Receive<AddObserver>(OnAddObserver);
        Receive<RemoveObserver>(remove => { _observers.Remove(remove.Number); });
        Receive<Order>(order => Pass(order.Message));
    }

    /// <summary>The client of a job.</summary>
    /// <param name="submission">The job.</param>
    /// <param name="manager">The job manager's supervisor.</param>
    /// <param name="clock">The node's clock.</param>
    /// <param name="accepted">Ends when the job runs, or fails when it does not.</param>
    /// <param name="ended">Ends with the job.</param>
    public static Props Props(
        JobSubmission submission, IActorRef manager, TimeProvider clock, TaskCompletionSource accepted,
        TaskCompletionSource<JobOutcome> ended) =>
        Akka.Actor.Props.Create(() => new JobClientActor(submission, manager, clock, accepted, ended));

    /// <inheritdoc/>
    protected override void PreStart()
    {
        Context.System.EventStream.Subscribe(Self, typeof(ManagerLeads));
        Context.System.EventStream.Subscribe(Self, typeof(ManagerFailed));
        Submit();
    }

    /// <inheritdoc/>
    protected override void PostStop()
    {
        Context.System.EventStream.Unsubscribe(Self);
        _accepted.TrySetCanceled();
        _ended.TrySetCanceled();
    }

    private void Submit() => _manager.Tell(new Submit(_submission, Self));

    private void OnManagerLeads()
    {
        // What is not recorded, no other job manager can go on with.
        if (_accepted.Task.IsCompletedSuccessfully && _submission.Settings.Checkpoints.Interval is null)
            Fail(JobErrors.ManagerGone(_submission.JobId));
        else
            Submit();
    }

    private void OnManagerFailed(ManagerFailed failed)
    {
        if (!_accepted.Task.IsCompleted)
            Refuse(failed.Reason);
        else if (++_failures >= PatienceInFailures)
            Fail(failed.Reason);
    }

    private void OnAccepted()
    {
        _failures = 0;
        _submission = _submission with { Savepoint = null };   // what began from it is recorded, and goes on
        _accepted.TrySetResult();
        if (_order is not null)
            _manager.Tell(_order);
    }

    private void Pass(object order)
    {
        if (order is not TakeSavepoint { Stop: false })
            _order = order;
        _manager.Tell(order);
    }

    private void Refuse(Exception reason)
    {
        _accepted.TrySetException(reason);
        if (_accepted.Task.IsCompletedSuccessfully)
            Fail(reason);
        Context.Stop(Self);
    }

    private void Fail(Exception reason)
    {
        var failure = JobErrors.MasterFailed(_submission.JobId, reason);
        OnEvent(new StatusChanged(_submission.JobId, _clock.GetUtcNow(), JobStatus.Failed, failure.Message));
        End(new JobOutcome(JobStatus.Failed, null, failure, TimeSpan.Zero, []));
    }

    private void OnEvent(JobEvent happened)
    {
        if (happened is StatusChanged status)
            _status = status;
        if (happened is AttemptBegan began)
            _attempt = began;
        if (_unheard is { Count: < MaxUnheard } && happened is not JobReport)
            _unheard.Add(happened);
        foreach (var observer in _observers.Values)
            observer(happened);
    }

    private void OnAddObserver(AddObserver add)
    {
        _observers.Add(add.Number, add.Observer);
        if (_unheard is not { Count: > 0 } unheard)
            unheard = _attempt is null ? [_status] : [_attempt, _status];
        foreach (var happened in unheard)
            add.Observer(happened);
        _unheard = null;
    }

    private void End(JobOutcome outcome)
    {
        _ended.TrySetResult(outcome);
        Context.Stop(Self);
    }

    /// <summary>Somebody wants to hear of the job.</summary>
    /// <param name="Number">A number of theirs.</param>
    /// <param name="Observer">Whom to call.</param>
    public sealed record AddObserver(long Number, Action<JobEvent> Observer);

    /// <summary>Somebody does not want to hear any more.</summary>
    /// <param name="Number">Their number.</param>
    public sealed record RemoveObserver(long Number);

    /// <summary>An order to the job manager, which is given again to the next one.</summary>
    /// <param name="Message">The order.</param>
    public sealed record Order(object Message);
}
