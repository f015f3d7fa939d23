namespace Akka.Flink.Operators.Tests.Golden;

using System.Text.Json;
using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>The states of the golden function <c>script</c>, and what its commands do with them.</summary>
internal sealed class GoldenStates
{
    private readonly IValueState<long?> _value;
    private readonly IListState<long> _list;
    private readonly IMapState<string, long> _map;
    private readonly IReducingState<long> _reducing;
    private readonly IAggregatingState<long, string> _aggregating;
    private readonly IMapState<string, string> _later;

    public GoldenStates(IRuntimeContext context, StateTtlConfig? ttl)
    {
        _value = context.GetState(new ValueStateDescriptor<long?>("value") { TimeToLive = ttl });
        _list = context.GetListState(new ListStateDescriptor<long>("list") { TimeToLive = ttl });
        _map = context.GetMapState(new MapStateDescriptor<string, long>("map") { TimeToLive = ttl });
        _reducing = context.GetReducingState(
            new ReducingStateDescriptor<long>("reducing", (left, right) => left + right) { TimeToLive = ttl });
        _aggregating = context.GetAggregatingState(
            new AggregatingStateDescriptor<long, (long, long), string>("aggregating", new CountAndSum()) { TimeToLive = ttl });
        _later = context.GetMapState(new MapStateDescriptor<string, string>("later"));
    }

    public static StateTtlConfig? TtlOf(JsonElement spec)
    {
        if (!spec.GetProperty("function").TryGetProperty("ttl", out var ttl))
            return null;

        return StateTtlConfig.Of(TimeSpan.FromMilliseconds(ttl.GetProperty("ms").GetInt64())) with
        {
            Update = Enum.Parse<StateTtlConfig.UpdateType>(ttl.GetProperty("update").GetString()!),
            Visibility = Enum.Parse<StateTtlConfig.StateVisibility>(ttl.GetProperty("visibility").GetString()!),
            CleanupInBackground = false,
        };
    }

    public JsonElement[] TakeLater(string domain, long at)
    {
        var name = $"{domain}:{at}";
        if (_later.Get(name) is not { } ops)
            return [];

        _later.Remove(name);
        return [.. JsonDocument.Parse(ops).RootElement.EnumerateArray()];
    }

    /// <summary>Executes a command on the states; answers with its result as JSON, null if it has none.</summary>
    public string? Execute(JsonElement command)
    {
        switch (command.GetProperty("op").GetString())
        {
            case "onTimer":
                _later.Put($"{command.GetProperty("domain").GetString()}:{At(command)}",
                    command.GetProperty("ops").GetRawText()); break;
            case "valueSet": _value.Update(Value(command)); break;
            case "valueSetNull": _value.Update(null); break;
            case "valueClear": _value.Clear(); break;
            case "valueGet": return Json(_value.Value);
            case "listAdd": _list.Add(Value(command)); break;
            case "listAddAll": _list.AddAll(Values(command)); break;
            case "listUpdate": _list.Update(Values(command)); break;
            case "listClear": _list.Clear(); break;
            case "listGet": return Json(_list.ToArray());
            case "reducingAdd": _reducing.Add(Value(command)); break;
            case "reducingClear": _reducing.Clear(); break;
            case "reducingGet": return _reducing.TryGet(out var sum) ? Json(sum) : "null";
            case "aggregatingAdd": _aggregating.Add(Value(command)); break;
            case "aggregatingClear": _aggregating.Clear(); break;
            case "aggregatingGet": return _aggregating.TryGet(out var result) ? result : "null";
            default: return ExecuteOnMap(command);
        }

        return null;
    }

    public static long At(JsonElement command) => command.GetProperty("at").GetInt64();

    public static long Value(JsonElement command) => command.GetProperty("value").GetInt64();

    private string? ExecuteOnMap(JsonElement command)
    {
        var name = command.TryGetProperty("name", out var given) ? given.GetString()! : "";
        switch (command.GetProperty("op").GetString())
        {
            case "mapPut": _map.Put(name, Value(command)); break;
            case "mapRemove": _map.Remove(name); break;
            case "mapClear": _map.Clear(); break;
            case "mapGet": return _map.TryGet(name, out var found) ? Json(found) : "null";
            case "mapContains": return Json(_map.Contains(name));
            case "mapIsEmpty": return Json(_map.IsEmpty);
            case "mapEntries": return Json(_map.ToDictionary(entry => entry.Key, entry => entry.Value));
            default: throw new InvalidOperationException($"The command {command} is not known.");
        }

        return null;
    }

    private static long[] Values(JsonElement command) =>
        [.. command.GetProperty("values").EnumerateArray().Select(value => value.GetInt64())];

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);

    private sealed class CountAndSum : IAggregateFunction<long, (long Count, long Sum), string>
    {
        public (long Count, long Sum) CreateAccumulator() => (0, 0);

        public (long Count, long Sum) Add(long value, (long Count, long Sum) accumulator) =>
            (accumulator.Count + 1, accumulator.Sum + value);

        public string GetResult((long Count, long Sum) accumulator) => $"[{accumulator.Count},{accumulator.Sum}]";

        public (long Count, long Sum) Merge((long Count, long Sum) left, (long Count, long Sum) right) =>
            (left.Count + right.Count, left.Sum + right.Sum);
    }
}
