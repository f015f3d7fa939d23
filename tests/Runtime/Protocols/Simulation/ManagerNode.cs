namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

using System.Collections.Immutable;
using static LedgerEffects;

/// <summary>A job manager, with the master that it started: they live and die together.</summary>
internal sealed class ManagerNode
{
    private readonly World _world;
    private readonly Queue<object> _waiting = new();
    private LedgerState _state = LedgerState.Initial;
    private int _sequenceNumber;
    private readonly NodeRegistry _registry;
    private ImmutableArray<NodeSlots> _offer = [];
    private long _leadsSinceMs;

    public ManagerNode(World world)
    {
        _world = world;
        _registry = new NodeRegistry(world.Scenario.Scheduler.Mode);
        Node = world.NewNode();
        _sequenceNumber = world.Journal.Count;
        var read = world.Journal.Ledger;
        world.After(world.Scenario.Random.Next(1, 200), () => Take(new LedgerInputs.Recovered(read)));
    }

    public int Node { get; }

    public bool IsAlive { get; private set; } = true;

    public bool IsLeading => IsAlive && _state.Leadership.Phase == LeadershipPhase.Leading;

    public long Term => _state.Leadership.Term;

    public MasterNode? Master { get; private set; }

    public bool IsRunning => _state.Running.ContainsKey(World.Job);

    public void Submit() => Take(new LedgerInputs.Submit(World.Job, "job", true, false)
    {
        Program = _world.Scenario.IsCluster ? new JobProgram("a", "a.dll", null, [], []) : null,
    });

    public void Register(HostModel host)
    {
        if (!IsAlive || host.IsLost || host.IsGone)
            return;

        var description = new NodeDescription(host.Name, host.Slots, "1", null);
        var isNews = _registry.Register(description, Akka.Actor.ActorRefs.Nobody, _world.NowMs);
        isNews |= host.IsLeaving && _registry.Leave(host.Name, _world.NowMs);
        if (isNews)
            Offer();
        if (host.IsLeaving && IsLeading && !_registry.IsUsed(host.Name))
            _world.Nodes.Leave(host);
    }

    public void Lose(HostModel host)
    {
        if (!_registry.Lose(host.Name))
            return;

        Master?.Take(new JobInputs.NodeLost(host.Name, "by chance"));
        Offer();
    }

    public void Begin(JobPlan plan)
    {
        if (_world.Scenario.IsCluster && !_registry.TryTake(World.Job, plan) && !_world.Steps.SlotsAreNotCounted)
        {
            Offer();
            Master?.Take(new JobInputs.PlanRefused());
            return;
        }

        if (_world.Scenario.IsCluster)
        {
            _world.Require(plan.IsWithin(_registry.OfferTo(World.Job)), Invariants.KnownSlots,
                $"a plan uses slots of {string.Join(", ", plan.Subtasks.Select(each => each.Slot))}, which are not all there");
        }

        Take(new LedgerInputs.BeginAttempt(World.Job, plan));
    }

    public void Release() => _registry.Release(World.Job);

    private void Offer()
    {
        var offer = _registry.OfferTo(World.Job);
        if (_offer.Length == offer.Length && _offer.Zip(offer).All(each => each.First.Node == each.Second.Node
            && each.First.Slots.SequenceEqual(each.Second.Slots)))
            return;

        _offer = offer;
        Master?.Take(new JobInputs.NodesChanged(offer, _registry.SinceMs));
    }

    public void Crash()
    {
        IsAlive = false;
        Master?.Crash();
    }

    public void Take(object message)
    {
        if (!IsAlive)
            return;

        if (!_state.IsReady && message is not (LedgerInputs.Recovered or LedgerInputs.Durable or LedgerInputs.WriteFailed))
        {
            _waiting.Enqueue(message);
            return;
        }

        var step = _world.Steps.Ledger(_state, message, _world.Now);
        _state = step.State;
        foreach (var effect in step.Effects)
            Run(effect);
        if (_state.Leadership.Phase == LeadershipPhase.Deposed)
            _world.Chaos.OnDeposed(this);
        else if (_state.IsReady && _waiting.TryDequeue(out var next))
            Take(next);
    }

    private void Run(IEffect effect)
    {
        _world.Trace($"manager {Term}", effect);
        if (effect is not Persist)
        {
            _world.Require(_world.Journal.HasTerm(Term), Invariants.DurableLeadership,
                $"term {Term} does {effect.GetType().Name} before it is durable");
        }

        switch (effect)
        {
            case Persist persist:
                Write(persist.Happened);
                break;
            case StartMaster:
                MakeMaster();
                break;
            case Lead:
                _leadsSinceMs = _world.NowMs;
                break;
            case TellMaster tell:
                if (tell.Message is JobInputs.CheckpointDurable durable)
                    CheckLeftSoon(durable.Checkpoint);
                Master?.Take(tell.Message);
                break;
            case DeleteSegments delete:
                foreach (var segment in delete.Segments)
                    _world.After(_world.Scenario.Random.Next(0, 50), () => _world.Delete(segment));
                break;
            case DeleteOrphans orphans:
                foreach (var segment in Orphans(orphans))
                    _world.Delete(segment);
                break;
        }
    }

    private void MakeMaster()
    {
        if (!_world.Scenario.IsCluster)
        {
            Master = new MasterNode(_world, this, _state.Ledger.Jobs[World.Job], null);
            return;
        }

        _registry.Release(World.Job);
        _offer = _registry.OfferTo(World.Job);
        Master = new MasterNode(
            _world, this, _state.Ledger.Jobs[World.Job], new MasterOffer(_offer, Math.Max(_registry.SinceMs, _leadsSinceMs)));
    }

    // A manager that dies in between leaves it to the next attempt.
    private void CheckLeftSoon(CheckpointId checkpoint)
    {
        var left = _world.LeftBefore(checkpoint);
        _world.After(100, () => _world.Require(!IsAlive || !left.Any(_world.Segments.ContainsKey), Invariants.NothingStays,
            $"segments {string.Join(", ", left)} were left behind before checkpoint {checkpoint} and are still there"));
    }

    private List<SegmentId> Orphans(DeleteOrphans orphans) =>
        [.. _world.Segments.Keys.Where(segment => TaskNode.AttemptOf(segment) < orphans.Attempt && !orphans.Named.Contains(segment))];

    // A write reaches the journal even when its writer crashes on the way; whether it does, nobody knows before the answer.
    private void Write(ControlEvents.IControlEvent happened)
    {
        var (number, term) = (++_sequenceNumber, Term);
        var isTorn = _world.IsChaotic && _world.Scenario.Happens(0.1);
        _world.After(_world.Scenario.Random.Next(1, 30), () =>
        {
            if (!IsAlive && isTorn)
                return;

            var isWritten = _world.Journal.TryWrite(term, number, happened);
            _world.After(_world.Scenario.Random.Next(1, 10), () =>
                Take(isWritten ? new LedgerInputs.Durable(happened) : new LedgerInputs.WriteFailed()));
        });
    }
}
