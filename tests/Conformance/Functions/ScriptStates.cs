namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;
using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>The states of function <c>script</c>, one of each kind, and the commands on them.</summary>
internal sealed class ScriptStates
{
    private readonly IValueState<long?> _value;
    private readonly IListState<long> _list;
    private readonly IMapState<string, long> _map;
    private readonly IReducingState<long> _reducing;
    private readonly IAggregatingState<long, (long Count, long Sum)> _aggregating;

    public ScriptStates(IRuntimeContext context, StateTtlConfig? timeToLive)
    {
        _value = context.GetState(new ValueStateDescriptor<long?>("value") { TimeToLive = timeToLive });
        _list = context.GetListState(new ListStateDescriptor<long>("list") { TimeToLive = timeToLive });
        _map = context.GetMapState(new MapStateDescriptor<string, long>("map") { TimeToLive = timeToLive });
        _reducing = context.GetReducingState(
            new ReducingStateDescriptor<long>("reducing", (a, b) => unchecked(a + b)) { TimeToLive = timeToLive });
        _aggregating = context.GetAggregatingState(
            new AggregatingStateDescriptor<long, (long Count, long Sum), (long Count, long Sum)>("aggregating", new CountAndSum())
            {
                TimeToLive = timeToLive,
            });
    }

    /// <summary>Executes a command.</summary>
    /// <returns>Whether it has a result.</returns>
    public bool Execute(string op, JsonElement command, out object? result)
    {
        result = null;
        if (op.StartsWith("value", StringComparison.Ordinal))
            return OnValue(op, command, ref result);
        if (op.StartsWith("list", StringComparison.Ordinal))
            return OnList(op, command, ref result);
        if (op.StartsWith("map", StringComparison.Ordinal))
            return OnMap(op, command, ref result);

        return OnAggregates(op, command, ref result);
    }

    private bool OnValue(string op, JsonElement command, ref object? result)
    {
        switch (op)
        {
            case "valueSet":
                _value.Update(Number(command));
                return false;
            case "valueSetNull":
                _value.Update(null);
                return false;
            case "valueClear":
                _value.Clear();
                return false;
            case "valueGet":
                result = _value.Value;
                return true;
            default:
                throw Unknown(op);
        }
    }

    private bool OnList(string op, JsonElement command, ref object? result)
    {
        switch (op)
        {
            case "listAdd":
                _list.Add(Number(command));
                return false;
            case "listAddAll":
                _list.AddAll(Numbers(command));
                return false;
            case "listUpdate":
                _list.Update(Numbers(command));
                return false;
            case "listClear":
                _list.Clear();
                return false;
            case "listGet":
                result = _list.ToList();
                return true;
            default:
                throw Unknown(op);
        }
    }

    private bool OnMap(string op, JsonElement command, ref object? result)
    {
        switch (op)
        {
            case "mapPut":
                _map.Put(Name(command), Number(command));
                return false;
            case "mapRemove":
                _map.Remove(Name(command));
                return false;
            case "mapClear":
                _map.Clear();
                return false;
            case "mapGet":
                result = _map.TryGet(Name(command), out var found) ? found : null;
                return true;
            case "mapContains":
                result = _map.Contains(Name(command));
                return true;
            case "mapIsEmpty":
                result = _map.IsEmpty;
                return true;
            case "mapEntries":
                result = _map.ToDictionary(entry => entry.Key, entry => entry.Value);
                return true;
            default:
                throw Unknown(op);
        }
    }

    private bool OnAggregates(string op, JsonElement command, ref object? result)
    {
        switch (op)
        {
            case "reducingAdd":
                _reducing.Add(Number(command));
                return false;
            case "reducingClear":
                _reducing.Clear();
                return false;
            case "reducingGet":
                result = _reducing.TryGet(out var sum) ? sum : null;
                return true;
            case "aggregatingAdd":
                _aggregating.Add(Number(command));
                return false;
            case "aggregatingClear":
                _aggregating.Clear();
                return false;
            case "aggregatingGet":
                result = _aggregating.TryGet(out var pair) ? new[] { pair.Count, pair.Sum } : null;
                return true;
            default:
                throw Unknown(op);
        }
    }

    private static string Name(JsonElement command) => command.GetProperty("name").GetString()!;

    private static long Number(JsonElement command) => command.GetProperty("value").GetInt64();

    private static List<long> Numbers(JsonElement command) =>
        [.. command.GetProperty("values").EnumerateArray().Select(value => value.GetInt64())];

    private static NotSupportedException Unknown(string op) => new($"The command '{op}' is not known.");

    private sealed class CountAndSum : IAggregateFunction<long, (long Count, long Sum), (long Count, long Sum)>
    {
        public (long Count, long Sum) CreateAccumulator() => (0, 0);

        public (long Count, long Sum) Add(long value, (long Count, long Sum) accumulator) =>
            (accumulator.Count + 1, unchecked(accumulator.Sum + value));

        public (long Count, long Sum) GetResult((long Count, long Sum) accumulator) => accumulator;

        public (long Count, long Sum) Merge((long Count, long Sum) left, (long Count, long Sum) right) =>
            (left.Count + right.Count, unchecked(left.Sum + right.Sum));
    }
}
