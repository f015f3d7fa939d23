namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using Akka.Actor;
using Akka.Event;
using static JobEffects;

/// <content>Plans: on the one node of a process at once, in a cluster by making the graph anew at the parallelism that is wanted.</content>
internal sealed partial class JobMasterActor
{
    private readonly MasterStart? _start;
    private readonly CancellationTokenSource _ending = new();
    private CapturedJob _planning;       // what the last plan was made of
    private int? _planningParallelism;
    private JobProgram? _planningProgram;
    private JobProgram? _program;        // of the current attempt
    private int? _parallelism;

    private static JobState StateOf(JobSubmission submission, MasterStart? start, long seed)
    {
        var state = new JobState(submission.JobId, submission.Settings, seed);
        return start is null
            ? state
            : state with
            {
                Attempt = start.Record.Attempt,
                Nodes = start.Nodes,
                NodesSinceMs = start.SinceMs,
                Scheduler = start.Cluster.Scheduler,
                Order = start.Record.Order,
            };
    }

    private void Plan(MakePlan make)
    {
        if (make.Nodes is not { } nodes || _start is null)
        {
            Take(new JobInputs.Planned(make.Request, Placement.OnOneNode(_submission.Graph, _services.Node)));
            return;
        }

        var program = _submission.Program! with { Parallelisms = make.Order.ByUid };
        var slots = nodes.Sum(node => node.Slots.Length);
        var parallelism = _start.Cluster.Scheduler.Mode == SchedulerMode.Reactive
            ? Placement.ParallelismFor(_submission.Graph, slots)
            : make.Order.All;
        _services.Programs!.CaptureAsync(program, parallelism, _ending.Token)
            .WaitAsync(_start.Cluster.CaptureTimeout, _services.Clock)
            .PipeTo(
                _self,
                success: captured => new PlanMade(make, program, parallelism, captured, null),
                failure: cause => new PlanMade(make, program, parallelism, null, cause));
    }

    private void OnPlanMade(PlanMade made)
    {
        var request = made.Wanted.Request;
        if (made.Captured is not { } captured)
        {
            var cause = made.Failure is TimeoutException
                ? ClusterErrors.CaptureTooSlow(made.Program, _start!.Cluster.CaptureTimeout)
                : made.Failure!;
            _log.Warning(cause, "No plan can be made for job [{0}].", _state.Job);
            Take(new JobInputs.PlanFailed(request, ClusterErrors.CannotCapture(_state.Job, cause)));
            return;
        }

        (_planning, _planningProgram, _planningParallelism) = (captured, made.Program, made.Parallelism);
        var nodes = made.Wanted.Nodes ?? [];
        var plan = Placement.OnNodes(captured.Graph, nodes);
        Take(plan is null
            ? new JobInputs.NoSlots(request, Placement.SlotsOf(captured.Graph), nodes.Sum(node => node.Slots.Length))
            : new JobInputs.Planned(request, plan));
    }

    private void Use(CapturedJob planned)
    {
        _graph = planned.Graph;
        _fingerprint = GraphFingerprint.Of(_graph);
        (_program, _parallelism) = (_planningProgram, _planningParallelism);
    }

    private sealed record PlanMade(
        MakePlan Wanted, JobProgram Program, int? Parallelism, CapturedJob? Captured, Exception? Failure);
}
