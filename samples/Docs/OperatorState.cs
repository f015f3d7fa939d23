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

    public static void UnionList(StreamExecutionEnvironment env)
    {
        #region union-list
        env.FromElements("a", "b", "a")
           .Filter(new Unseen())
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

#region union-list-class
// After a restore every subtask knows what any of them has seen.
public sealed class Unseen : IFilterFunction<string>, ICheckpointedFunction
{
    private readonly HashSet<string> _own = [];
    private HashSet<string> _before = [];
    private IListState<string> _state = null!;

    public bool Filter(string word) => !_before.Contains(word) && _own.Add(word);

    public void InitializeState(IFunctionInitializationContext context)
    {
        _state = context.OperatorStateStore.GetUnionListState(new ListStateDescriptor<string>("seen"));
        _before = [.. _state];
    }

    public void SnapshotState(IFunctionSnapshotContext context) =>
        _state.Update([.. _before, .. _own]);
}
#endregion
