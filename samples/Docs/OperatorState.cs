using Akka.Flink;
using Akka.Flink.Functions;
using Akka.Flink.State;

public static class OperatorState
{
    public static void Buffering(StreamExecutionEnvironment env)
    {
        #region checkpointed-function
        env.FromElements(1, 2, 3, 4, 5, 6, 7)
           .FlatMap(new InPairs())
           .Print();
        #endregion
    }
}

#region checkpointed-function-class
public sealed class InPairs : IFlatMapFunction<int, string>, ICheckpointedFunction
{
    private List<int> _waiting = [];
    private IListState<int> _state = null!;

    public void FlatMap(int value, ICollector<string> output)
    {
        _waiting.Add(value);
        if (_waiting.Count < 2)
            return;

        output.Collect($"{_waiting[0]} and {_waiting[1]}");
        _waiting.Clear();
    }

    public void InitializeState(IFunctionInitializationContext context)
    {
        _state = context.OperatorStateStore.GetListState(new ListStateDescriptor<int>("waiting"));
        _waiting = [.. _state];   // what was there at the checkpoint; nothing at first
    }

    public void SnapshotState(IFunctionSnapshotContext context) => _state.Update(_waiting);
}
#endregion
