namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using static ClusterProtocol;

/// <content>What REST APIs ask for.</content>
internal sealed partial class JobManagerActor
{
    private static readonly TimeSpan RetryCapture = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, JobSummary> _stands = [];
    private readonly Dictionary<string, JobDescription> _left = [];   // of jobs that have ended while this manager led
    private long _leadsSinceMs;

    private void HearOrders()
    {
        Command<SubmitProgram>(OnSubmitProgram);
        Command<ProgramCaptured>(OnProgramCaptured);
        Command<Recaptured>(OnRecaptured);
        Command<RetryRecapture>(retry => Recapture(retry.Job));
        Command<ListJobs>(_ => Sender.Tell(new JobList([.. _state.Ledger.Jobs.Values.Select(Summarize).OrderBy(job => job.Name)])));
        Command<DescribeJob>(describe => Answer(() => OnDescribe(describe)));
        Command<CancelJob>(cancel => Answer(() => Order(cancel.Job, new JobInputs.Cancel(), JobStatus.Canceled)));
        Command<StopJob>(stop => Answer(() => Order(stop.Job, new JobInputs.Stop(), JobStatus.Suspended)));
        Command<RescaleJob>(rescale => Answer(() => OnRescale(rescale)));
        Command<ListNodes>(_ => Sender.Tell(new NodeList([.. _registry.Nodes.Select(Summarize)])));
        HearSavepoints();
        Command<LeaveNode>(leave => Answer(() => OnLeaveNode(leave)));
    }

    private void Answer(Action order)
    {
        try
        {
            order();
        }
        catch (FlinkException refused)
        {
            Sender.Tell(new RequestRefused(refused.Domain, refused.Message));
        }
    }

    private void OnSubmitProgram(SubmitProgram submit)
    {
        CaptureWithSavepoint(submit, Sender).PipeTo(Self);
    }

    private Task<CapturedJob> Capture(JobId job, JobProgram program) => _services.Programs is { } programs
        ? programs.CaptureAsync(program, null, CancellationToken.None).WaitAsync(_cluster!.CaptureTimeout, _services.Clock)
        : Task.FromException<CapturedJob>(ClusterErrors.NoPrograms(job));

    private void OnProgramCaptured(ProgramCaptured captured)
    {
        var (submit, client) = (captured.Submit, captured.Client);
        if (captured.Job is not { } job)
        {
            var failure = FailureOf(submit.Job, submit.Program, captured.Failure!);
            client.Tell(new RequestRefused(failure.Domain, failure.Message));
            return;
        }

        if (_runs.ContainsKey(submit.Job))
        {
            TellThatItRuns(captured);
            return;
        }

        _runs[submit.Job] = new JobRun(
            new JobSubmission(submit.Job, job.Graph, job.Settings, submit.Restart) { Program = submit.Program }, client);
        Take(new LedgerInputs.Submit(submit.Job, job.Graph.Name, true, submit.Restart)
        {
            Program = submit.Program,
            Savepoint = captured.Savepoint,
        });
    }

    private void TellThatItRuns(ProgramCaptured captured)
    {
        var job = captured.Submit.Job;
        var isOther = captured.Savepoint is { } savepoint
            && (captured.Submit.Restart || _state.Ledger.Jobs.GetValueOrDefault(job)?.Savepoint?.Id != savepoint.Origin.Id);
        if (!isOther)
        {
            captured.Client.Tell(new OrderTaken());
            return;
        }

        var refusal = SavepointErrors.JobRuns(job, captured.Savepoint!.Origin.Directory);
        captured.Client.Tell(new RequestRefused(refusal.Domain, refusal.Message));
    }

    private TaskFailure FailureOf(JobId job, JobProgram program, Exception cause) => ClusterErrors.CannotCapture(
        job, cause is TimeoutException ? ClusterErrors.CaptureTooSlow(program, _cluster!.CaptureTimeout) : cause);

    // A job that the leader before has left.
    private void Recapture(JobId job)
    {
        if (_state.Ledger.Jobs.GetValueOrDefault(job) is not { Program: { } program })
            return;

        _runs.TryAdd(job, new JobRun(null, ActorRefs.Nobody));
        Capture(job, program).PipeTo(
            Self, success: captured => new Recaptured(job, captured, null), failure: cause => new Recaptured(job, null, cause));
    }

    private void OnRecaptured(Recaptured recaptured)
    {
        var job = recaptured.Job;
        if (!_runs.TryGetValue(job, out var run) || run.Master is not null)
            return;   // canceled meanwhile

        var record = _state.Ledger.Jobs[job];
        if (recaptured.Captured is not { } captured)
        {
            var failure = FailureOf(job, record.Program!, recaptured.Failure!);
            _log.Warning(recaptured.Failure!, "Job [{0}] cannot go on yet.", job);
            if (failure.IsRecoverable)
                Context.System.Scheduler.ScheduleTellOnce(RetryCapture, Self, new RetryRecapture(job), Self);
            else
                End(job, JobStatus.Failed, failure.Message);
            return;
        }

        if (captured.Settings.Checkpoints.Interval is null && record.Attempt > 0)
        {
            End(job, JobStatus.Failed, ClusterErrors.CannotGoOn(job).Message);
            return;
        }

        _runs[job] = run with { Submission = new JobSubmission(job, captured.Graph, captured.Settings) { Program = record.Program } };
        StartMasterOf(job);
    }

    private void End(JobId job, JobStatus status, string? reason) =>
        Take(new LedgerInputs.EndJob(job, _state.Ledger.Jobs[job].Attempt, status, reason, []));

    private void OnStands(JobMasterProtocol.Stands stands) => _stands[stands.Summary.Id] = stands.Summary;

    private void OnDescribe(DescribeJob describe)
    {
        var record = Find(describe.Job);
        if (_runs.TryGetValue(record.Job, out var run) && run.Master is { } master)
        {
            master.Forward(new JobMasterProtocol.Describe());
            return;
        }

        var left = _left.GetValueOrDefault(record.Job.Value);
        var last = record.Last is { } checkpoint
            ? new CheckpointDescription(
                checkpoint.Id.Attempt, checkpoint.Id.Number,
                DateTimeOffset.FromUnixTimeMilliseconds(checkpoint.TriggeredAtMs + checkpoint.DurationMs),
                checkpoint.DurationMs, checkpoint.WrittenBytes, checkpoint.StateBytes)
            : left?.LastCheckpoint;
        var restores = left?.Restores ?? [.. record.Restores.Select(JobMasterActor.DescribeEarlier)];
        Sender.Tell(new JobDescribed(new JobDescription(Summarize(record), left?.Vertices ?? [], last, restores)));
    }

    private void Order(string name, object order, JobStatus end)
    {
        var record = Find(name);
        if (!_runs.TryGetValue(record.Job, out var run))
            throw ClusterErrors.NotRunning(record);

        if (run.Master is { } master)
            master.Tell(order);
        else
            End(record.Job, end, null);   // nothing of it runs yet
        Sender.Tell(new OrderTaken());
    }

    private void OnRescale(RescaleJob rescale)
    {
        var record = Find(rescale.Job);
        if (!_runs.TryGetValue(record.Job, out var run) || run.Submission is not { Program: not null } submission)
            throw ClusterErrors.NotRunning(record);

        Check(rescale, submission);
        Sender.Tell(new OrderTaken());
        Take(new LedgerInputs.Rescale(record.Job, rescale.Parallelism, rescale.Uid));
    }

    private void Check(RescaleJob rescale, JobSubmission submission)
    {
        if (_cluster!.Scheduler.Mode == SchedulerMode.Reactive)
            throw ClusterErrors.ParallelismFollowsSlots(submission.JobId);
        if (submission.Settings.Checkpoints.Interval is null)
            throw ClusterErrors.WithoutCheckpoints(submission.JobId);

        var nodes = submission.Graph.Vertices.SelectMany(vertex => vertex.Nodes).ToList();
        if (rescale.Uid is { } uid && !nodes.Exists(node => node.Uid == uid))
            throw ClusterErrors.UnknownOperator(uid, submission.JobId, nodes.Select(node => node.Uid));

        var most = rescale.Uid is null
            ? nodes.Max(node => node.MaxParallelism)   // an operator with fewer key groups has as many subtasks as it can have
            : nodes.First(node => node.Uid == rescale.Uid).MaxParallelism;
        if (rescale.Parallelism < 1 || rescale.Parallelism > most)
        {
            throw ClusterErrors.ParallelismOutOfRange(
                rescale.Parallelism, rescale.Uid is null ? $"job '{submission.JobId}'" : $"operator '{rescale.Uid}'", most);
        }
    }

    private void OnLeaveNode(LeaveNode leave)
    {
        var node = _registry.Nodes.FirstOrDefault(each => IsNamed(each.Description.Node, leave.Node))
            ?? throw ClusterErrors.UnknownNode(leave.Node, _registry.Nodes.Select(each => each.Description.Node));
        node.Agent.Tell(new LeaveCluster());
        Sender.Tell(new OrderTaken());
    }

    private static bool IsNamed(string node, string name)
    {
        var address = NodeAddresses.Parse(node)?.Address;
        return node == name || address?.ToString() == name || $"{address?.Host}:{address?.Port}" == name;
    }

    private JobRecord Find(string name)
    {
        if (_state.Ledger.Jobs.TryGetValue(new JobId(name), out var record))
            return record;

        var called = _state.Ledger.Jobs.Values.Where(each => each.Name == name).ToList();
        if (called.Count > 1)
            called = called.FindAll(each => _runs.ContainsKey(each.Job)) is { Count: 1 } running ? running : called;
        return called switch
        {
            [var only] => only,
            [] => throw ClusterErrors.UnknownJob(
                name, _state.Ledger.Jobs.Values.SelectMany(each => new[] { each.Job.Value, each.Name }).Distinct()),
            _ => throw ClusterErrors.AmbiguousName(name, called.Select(each => each.Job)),
        };
    }

    private JobSummary Summarize(JobRecord record) =>
        _runs.ContainsKey(record.Job) && _stands.TryGetValue(record.Job.Value, out var stands)
            ? stands
            : new JobSummary(record.Job.Value, record.Name, record.Status, record.Reason, record.Attempt, record.ChangedAt);

    private NodeSummary Summarize(RegisteredNode node)
    {
        var cluster = Cluster.Cluster.Get(Context.System);
        var description = node.Description;
        var member = cluster.State.Members.FirstOrDefault(each => NodeAddresses.Of(each.UniqueAddress) == description.Node);
        return new NodeSummary(
            description.Node, node.IsLeaving ? "Leaving" : member?.Status.ToString() ?? "Removed", !node.IsLost,
            description.Node == NodeAddresses.Of(cluster.SelfUniqueAddress), [.. (member?.Roles ?? []).Order(StringComparer.Ordinal)],
            description.Slots, _registry.FreeOf(node), description.Version, description.RestUrl);
    }

    private sealed record ProgramCaptured(SubmitProgram Submit, IActorRef Client, CapturedJob? Job, Exception? Failure)
    {
        public SavepointStart? Savepoint { get; init; }
    }

    private sealed record Recaptured(JobId Job, CapturedJob? Captured, Exception? Failure);

    private sealed record RetryRecapture(JobId Job);
}
