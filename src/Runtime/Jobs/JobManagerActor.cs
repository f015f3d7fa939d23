namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Event;
using Akka.Persistence;
using static ControlEvents;
using static JobManagerProtocol;
using static LedgerEffects;

/// <summary>Records all jobs in the control journal, and starts a <see cref="JobMasterActor"/> for each that runs: durable before
/// visible.</summary>
/// <remarks>
/// <para>What it does is decided by <see cref="LedgerProtocol"/>. While an event is on its way to the journal, messages wait. Its
/// supervisor starts it again when the journal has failed; then it recovers, claims the next term, and those that have jobs submit them
/// again.</para>
/// <para>After <see cref="JobManagerSettings.CompactAfter"/> events it writes one that says the same as all of them, and deletes
/// those.</para>
/// </remarks>
internal sealed partial class JobManagerActor : ReceivePersistentActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly JobManagerSettings _settings;
    private readonly NodeServices _services;
    private readonly IActorRef _region;
    private readonly Janitor _janitor;
    private readonly Dictionary<JobId, JobRun> _runs = [];
    private LedgerState _state = LedgerState.Initial;
    private Ledger _recovered = Ledger.Empty;
    private readonly List<IActorRef> _drains = [];
    private int _events;
    private int _deletions;

    public JobManagerActor(NodeServices services, IActorRef region, JobManagerSettings settings, ClusterSettings? cluster)
    {
        (_cluster, _registry) = (cluster, new NodeRegistry(cluster?.Scheduler.Mode ?? SchedulerMode.Fixed));
        (_services, _region, _settings) = (services, region, settings);
        _janitor = new Janitor(services.Chunks);
        PersistenceId = settings.PersistenceId;
        JournalPluginId = settings.JournalPluginId;

        Recover<IControlEvent>(Replay);
        Recover<RecoveryCompleted>(_ => Take(new LedgerInputs.Recovered(_recovered)));
        Command<Submit>(OnSubmit);
        Command<Stop>(stop => TellMaster(stop.Job, new JobInputs.Stop()));
        Command<Cancel>(cancel => TellMaster(cancel.Job, new JobInputs.Cancel()));
        Command<JobManagerProtocol.TakeSavepoint>(take =>
            TellMaster(take.Job, new JobMasterProtocol.TakeSavepoint(take.Directory, take.Stop, take.Drain)));
        Command<JobMasterProtocol.SavepointStands>(OnSavepointStands);
        Command<LedgerInputs.BeginAttempt>(Begin);
        Command<LedgerInputs.NoteRestore>(Take);
        Command<LedgerInputs.CompleteCheckpoint>(Take);
        Command<LedgerInputs.EndJob>(Take);
        Command<MasterGone>(OnMasterGone);
        Command<JobMasterProtocol.Stands>(OnStands);
        Command<JobMasterProtocol.Left>(left => _left[left.Description.Summary.Id] = left.Description);
        Command<JobMasterProtocol.SlotsReleased>(released => ReleaseSlots(released.Job));
        Command<JanitorReport>(OnJanitor);
        Command<Drain>(_ => OnDrain());
        Command<DeleteMessagesSuccess>(deleted => _log.Debug("Control events up to [{0}] are deleted.", deleted.ToSequenceNr));
        Command<DeleteMessagesFailure>(failed =>
            _log.Warning(failed.Cause, "Control events up to [{0}] could not be deleted; the next time covers them.", failed.ToSequenceNr));
        if (cluster is not null)
            HearCluster();
    }

    /// <summary>The job manager, under the supervisor that starts it again.</summary>
    /// <param name="services">What the actors of the node share.</param>
    /// <param name="region">Where tasks are deployed.</param>
    /// <param name="settings">How it keeps its journal.</param>
    /// <param name="cluster">The cluster's settings; null in a process of its own.</param>
    public static Props Props(NodeServices services, IActorRef region, JobManagerSettings settings, ClusterSettings? cluster = null)
    {
        var manager = Akka.Actor.Props.Create(() => new JobManagerActor(services, region, settings, cluster));
        return Akka.Pattern.BackoffSupervisor.Props(
            Akka.Pattern.Backoff.OnStop(manager, "job-manager", settings.MinBackoff, settings.MaxBackoff, 0.1));
    }

    /// <inheritdoc/>
    public override string PersistenceId { get; }

    // A master reports what fails in it; one that dies all the same is not started in place, as its tasks know another.
    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    /// <inheritdoc/>
    protected override void OnRecoveryFailure(Exception reason, object? message = null)
    {
        base.OnRecoveryFailure(reason, message);
        Announce("it was read", reason);
    }

    /// <inheritdoc/>
    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr)
    {
        base.OnPersistFailure(cause, @event, sequenceNr);
        Announce($"{@event.GetType().Name} was written as number {sequenceNr}", cause);
    }

    /// <inheritdoc/>
    protected override void OnPersistRejected(Exception cause, object @event, long sequenceNr)
    {
        base.OnPersistRejected(cause, @event, sequenceNr);
        Announce($"{@event.GetType().Name} was written as number {sequenceNr}", cause);
        Context.Stop(Self);
    }

    private void Announce(string doing, Exception cause)
    {
        _state = LedgerProtocol.Step(_state, new LedgerInputs.WriteFailed(), _services.Clock.GetUtcNow()).State;
        Context.System.EventStream.Publish(new ManagerFailed(JobErrors.JournalFailed(doing, cause)));
    }

    private void Replay(IControlEvent happened)
    {
        _recovered = _recovered.Apply(happened);
        _events = happened is LedgerCompacted ? 0 : _events + 1;
    }

    private void OnSubmit(Submit submit)
    {
        var submission = submit.Submission;
        if (_runs.TryGetValue(submission.JobId, out var running) && running.Master is { } master)
        {
            submit.Client.Tell(new Accepted(submission.JobId));
            master.Tell(new JobMasterProtocol.Observe(submit.Client));
            return;
        }

        _runs[submission.JobId] = new JobRun(submission, submit.Client);
        Take(new LedgerInputs.Submit(
            submission.JobId, submission.Graph.Name, submission.Settings.Checkpoints.Interval is not null, submission.Restart)
        {
            Savepoint = submission.Savepoint,
        });
    }

    private void Take(object message)
    {
        var step = LedgerProtocol.Step(_state, message, _services.Clock.GetUtcNow());
        _state = step.State;
        foreach (var effect in step.Effects)
            Run(effect);
        if (_events >= _settings.CompactAfter && _state.IsReady)
            Compact();
    }

    private void Run(IEffect effect)
    {
        switch (effect)
        {
            case Persist persist:
                Persist(persist.Happened, happened =>
                {
                    _events++;
                    Take(new LedgerInputs.Durable(happened));
                });
                break;
            case Lead lead:
                _log.Info("The job manager leads in term [{0}] and knows [{1}] jobs.", lead.Term, _state.Ledger.Jobs.Count);
                _leadsSinceMs = NowMs;   // nodes are still to register
                Context.System.EventStream.Publish(new ManagerLeads(lead.Term));
                break;
            case StartMaster start:
                StartMasterOf(start.Job);
                break;
            case Refuse refuse:
                RefuseRun(refuse.Job, JobErrors.HasFinished(refuse.Finished));
                break;
            case RefuseName refuse:
                RefuseRun(refuse.Job, ClusterErrors.DuplicateName(refuse.Job, refuse.Other));
                break;
            case TellMaster tell:
                TellMaster(tell.Job, tell.Message);
                break;
            case DeleteSegments delete:
                Await(_janitor.DeleteAsync(delete.Segments, CancellationToken.None));
                break;
            case DeleteOrphans orphans:
                Await(_janitor.SweepAsync(orphans.Job, orphans.Attempt, orphans.Named, CancellationToken.None));
                break;
        }
    }

    private void Compact()
    {
        Persist(new LedgerCompacted(_state.Ledger), _ =>
        {
            _events = 0;
            DeleteMessages(LastSequenceNr - 1);
        });
    }

    private void StartMasterOf(JobId job)
    {
        if (!_runs.TryGetValue(job, out var run) || run.Submission is not { } submission)
        {
            Recapture(job);
            return;
        }

        if (submission.Program is null)
            _services.Jobs.Put(job, submission.Graph, submission.Settings);
        var master = Context.ActorOf(JobMasterActor.Props(submission, _services, _region, Self, StartOf(submission)));
        Context.WatchWith(master, new MasterGone(job, master));
        _runs[job] = run with { Master = master };
        if (_isHandingOver)
            master.Tell(new JobInputs.HandOver());
        if (submission.Program is null)
        {
            run.Client.Tell(new Accepted(job));
            master.Tell(new JobMasterProtocol.Observe(run.Client));
        }
        else
        {
            run.Client.Tell(new ClusterProtocol.OrderTaken());
        }
    }

    private void RefuseRun(JobId job, FlinkException reason)
    {
        if (!_runs.Remove(job, out var refused))
            return;

        refused.Client.Tell(refused.Submission?.Program is null
            ? new Refused(job, reason)
            : new ClusterProtocol.RequestRefused(reason.Domain, reason.Message));
    }

    // Slots that another job has got meanwhile are not this one's.
    private void Begin(LedgerInputs.BeginAttempt begin)
    {
        if (_cluster is not null && !_registry.TryTake(begin.Job, begin.Plan))
        {
            Offer();
            TellMaster(begin.Job, new JobInputs.PlanRefused());
            return;
        }

        Take(begin);
        if (_cluster is not null)
            Offer();
    }

    private void TellMaster(JobId job, object message)
    {
        if (!_runs.TryGetValue(job, out var run))
            return;

        run.Master?.Tell(message);
        if (message is JobInputs.EndDurable)
            Forget(job);
    }

    private void Forget(JobId job)
    {
        _runs.Remove(job);
        _offers.Remove(job);
        _registry.Remove(job);
        if (_cluster is not null)
            Offer();
    }

    // A master that has ended its job is not in the list any more.
    private void OnMasterGone(MasterGone gone)
    {
        if (!_runs.TryGetValue(gone.Job, out var run) || !gone.Master.Equals(run.Master))
            return;

        var failure = JobErrors.MasterGone(gone.Job);
        var attempt = _state.Ledger.Jobs.GetValueOrDefault(gone.Job)?.Attempt ?? 0;
        run.Client.Tell(new Ended(new JobOutcome(JobStatus.Failed, null, failure, TimeSpan.Zero, [])));
        Take(new LedgerInputs.EndJob(gone.Job, attempt, JobStatus.Failed, failure.Message, []));
        Forget(gone.Job);
    }

    private void Await(Task<JanitorReport> deletion)
    {
        _deletions++;
        deletion.PipeTo(Self);
    }

    private void OnJanitor(JanitorReport report)
    {
        _deletions--;
        if (report.Deleted.Count > 0)
            _log.Debug("[{0}] segments are deleted.", report.Deleted.Count);
        foreach (var failure in report.Failures)
            _log.Warning(failure, "A segment could not be deleted; it is tried again.");
        AnswerDrains();
    }

    private void OnDrain()
    {
        _drains.Add(Sender);
        AnswerDrains();
    }

    private void AnswerDrains()
    {
        if (_deletions > 0)
            return;

        foreach (var asker in _drains)
            asker.Tell(new Drained());
        _drains.Clear();
    }

    private sealed record JobRun(JobSubmission? Submission, IActorRef Client, IActorRef? Master = null);

    private sealed record MasterGone(JobId Job, IActorRef Master);
}
