namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Flink.Operators;

/// <content>Sinks that take no more at the moment.</content>
internal sealed partial class TaskActor
{
    private readonly HashSet<ISinkOperator> _awaited = [];

    // A channel that refuses is ended by its grant; a sink says itself when it takes more.
    private void WaitForSinks()
    {
        foreach (var sink in _chain.Sinks)
        {
            if (!sink.IsHeld || !_awaited.Add(sink))
                continue;

            sink.WaitAsync(_ending.Token).PipeTo(
                _self, success: () => new SinkReady(sink, null), failure: cause => new SinkReady(sink, cause));
        }
    }

    private void TakeSinkReady(SinkReady ready)
    {
        _awaited.Remove(ready.Sink);
        if (ready.Failure is FlinkException failure)
            throw failure;

        Schedule();
    }

    private sealed record SinkReady(ISinkOperator Sink, Exception? Failure);
}
