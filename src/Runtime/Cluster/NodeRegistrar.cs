namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Event;
using static ClusterProtocol;

/// <summary>Speaks for a node: registers it with the job manager each second, whoever that is by then, and has it leave.</summary>
internal sealed class NodeRegistrar : ReceiveActor, IWithTimers
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly NodeDescription _description;
    private readonly IActorRef _manager;
    private readonly List<IActorRef> _leaving = [];
    private string? _refusal;

    public NodeRegistrar(NodeDescription description, IActorRef manager)
    {
        (_description, _manager) = (description, manager);
        Receive<Second>(_ => Register());
        Receive<NodeAccepted>(_ => _refusal = null);
        Receive<NodeRefused>(OnRefused);
        Receive<LeaveCluster>(_ => Leave());
        Receive<BeginLeaving>(_ => OnBeginLeaving());
        Receive<NodeMayLeave>(OnMayLeave);
    }

    /// <summary>The registrar of a node.</summary>
    /// <param name="description">What the node says of itself.</param>
    /// <param name="manager">The job manager's proxy.</param>
    public static Props Props(NodeDescription description, IActorRef manager) =>
        Akka.Actor.Props.Create(() => new NodeRegistrar(description, manager));

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <inheritdoc/>
    protected override void PreStart() => Timers.StartPeriodicTimer(nameof(Second), Second.Instance, TimeSpan.Zero, Interval);

    private void Register()
    {
        _manager.Tell(_leaving.Count > 0 ? new NodeLeaves(_description.Node) : new RegisterNode(_description));
    }

    private void OnRefused(NodeRefused refused)
    {
        if (_refusal != refused.Reason)
            _log.Error("The job manager does not use this node: [{0}]", refused.Reason);
        _refusal = refused.Reason;
    }

    private void Leave()
    {
        _log.Info("Node [{0}] was told to leave.", _description.Node);
        _ = CoordinatedShutdown.Get(Context.System).Run(CoordinatedShutdown.ClusterLeavingReason.Instance);
    }

    private void OnBeginLeaving()
    {
        _leaving.Add(Sender);
        Register();
    }

    private void OnMayLeave(NodeMayLeave may)
    {
        foreach (var asker in _leaving)
            asker.Tell(may);
    }

    /// <summary>The node ends: see that no plan uses it, then answer <see cref="NodeMayLeave"/>.</summary>
    public sealed record BeginLeaving;

    private sealed record Second
    {
        public static readonly Second Instance = new();
    }
}
