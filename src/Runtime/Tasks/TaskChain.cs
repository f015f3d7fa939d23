namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Flink.Operators;

/// <summary>The operators of a subtask with the ends of its channels.</summary>
/// <remarks><para><b>Threads.</b> The task's.</para></remarks>
internal sealed class TaskChain : IChannelMaker
{
    private readonly AttemptId _attempt;
    private readonly TaskSettings _settings;
    private readonly Dictionary<OperatorNode, int> _vertexOf = [];
    private readonly Dictionary<ChannelId, ChannelReceiver> _receiversById = [];
    private readonly Dictionary<ChannelId, ChannelSender> _sendersById = [];
    private readonly List<ChannelReceiver> _receivers = [];
    private readonly List<ChannelSender> _senders = [];

    /// <summary>Makes the chain of a subtask; nothing is open or connected yet.</summary>
    /// <param name="graph">The job.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="subtask">The subtask.</param>
    /// <param name="settings">How tasks work.</param>
    /// <param name="nowMs">The time.</param>
    /// <param name="onRing">Wakes the task up, from any thread.</param>
    public TaskChain(JobGraph graph, AttemptId attempt, SubtaskId subtask, TaskSettings settings, long nowMs, Action onRing)
    {
        _attempt = attempt;
        _settings = settings;
        Subtask = subtask;
        Vertex = graph.Vertices[subtask.Vertex];
        foreach (var vertex in graph.Vertices)
        {
            foreach (var node in vertex.Nodes)
                _vertexOf.Add(node, vertex.Id);
        }

        Clock.Set(nowMs);
        var options = new SynchronousDriverOptions
        {
            ObjectReuse = settings.ObjectReuse,
            AutoWatermarkIntervalMs = (long)settings.AutoWatermarkInterval.TotalMilliseconds,
        };
        var builder = new JobBuilder(options, Clock)
        {
            Channels = this,
            Activity = Activity,
            Doorbell = new TaskDoorbell(onRing),
            JobId = attempt.Job.Value,
            Attempt = attempt.Number,
        };
        Head = builder.BuildTask(Vertex, subtask.Index);
        Operators = [.. builder.Operators];
        Array.Reverse(Operators);
        Source = Head as ISourceOperator;
        Sinks = [.. Operators.Select(each => each.Operator).OfType<ISinkOperator>()];
        Receivers = [.. _receivers];
        Senders = [.. _senders];
        for (var i = 0; i < Receivers.Length; i++)
            Receivers[i].Index = i;
    }

    /// <summary>The subtask.</summary>
    public SubtaskId Subtask { get; }

    /// <summary>Its vertex.</summary>
    public JobVertex Vertex { get; }

    /// <summary>The clock of all operators.</summary>
    public ProcessingClock Clock { get; } = new();

    /// <summary>Which operator is at work.</summary>
    public TaskActivity Activity { get; } = new();

    /// <summary>The operators, each in front of those downstream of it.</summary>
    public (OperatorNode Node, Operator Operator)[] Operators { get; }

    /// <summary>The first operator.</summary>
    public Operator Head { get; }

    /// <summary>The first operator, if it is a source; null otherwise.</summary>
    public ISourceOperator? Source { get; }

    /// <summary>The sinks among the operators.</summary>
    public ISinkOperator[] Sinks { get; }

    /// <summary>The channels that come in.</summary>
    public ChannelReceiver[] Receivers { get; }

    /// <summary>The channels that go out.</summary>
    public ChannelSender[] Senders { get; }

    /// <summary>The receiving end of a channel.</summary>
    /// <param name="channel">The channel.</param>
    public ChannelReceiver ReceiverOf(ChannelId channel) =>
        _receiversById.TryGetValue(channel, out var receiver) ? receiver : throw TaskErrors.UnknownChannel(channel, Subtask);

    /// <summary>The sending end of a channel.</summary>
    /// <param name="channel">The channel.</param>
    public ChannelSender SenderOf(ChannelId channel) =>
        _sendersById.TryGetValue(channel, out var sender) ? sender : throw TaskErrors.UnknownChannel(channel, Subtask);

    /// <summary>Connects all channels.</summary>
    /// <param name="peers">Where the subtasks at their other ends are.</param>
    /// <param name="budgets">What channels from one node share.</param>
    public void Connect(IReadOnlyDictionary<SubtaskId, IActorRef> peers, PeerBudgets budgets)
    {
        foreach (var sender in Senders)
            sender.Connect(PeerOf(peers, sender.Id, sender.Receiver));
        foreach (var receiver in Receivers)
            receiver.Connect(PeerOf(peers, receiver.Id, receiver.Sender), budgets);
    }

    /// <summary>Gives back what channels share with others.</summary>
    public void Close()
    {
        foreach (var receiver in Receivers)
            receiver.Close();
    }

    /// <summary>Goes on with what stopped anywhere in the chain.</summary>
    /// <returns>Whether nothing is left.</returns>
    public bool Resume()
    {
        Activity.Current = Vertex.Nodes[0];
        return Head.Resume();
    }

    /// <summary>Sends what was collected for channels.</summary>
    public void Flush()
    {
        foreach (var sender in Senders)
            sender.Flush();
    }

    /// <inheritdoc/>
    public IInput<T> CreateSender<T>(StreamEdge<T> edge, int sender, int receiver)
    {
        var id = new ChannelId(edge.Number, sender, receiver);
        var made = new ChannelSender<T>(_attempt, id, new SubtaskId(_vertexOf[edge.Target], receiver));
        _senders.Add(made);
        _sendersById.Add(id, made);
        return made;
    }

    /// <inheritdoc/>
    public void CreateReceiver<T>(StreamEdge<T> edge, int sender, int receiver, IInput<T> input)
    {
        var id = new ChannelId(edge.Number, sender, receiver);
        var from = new SubtaskId(_vertexOf[edge.Source], sender);
        var made = new ChannelReceiver<T>(_attempt, id, from, _settings.ChannelBatches, input);
        _receivers.Add(made);
        _receiversById.Add(id, made);
    }

    private static IActorRef PeerOf(IReadOnlyDictionary<SubtaskId, IActorRef> peers, ChannelId channel, SubtaskId peer) =>
        peers.TryGetValue(peer, out var task) ? task : throw TaskErrors.PeerMissing(channel, peer);
}
