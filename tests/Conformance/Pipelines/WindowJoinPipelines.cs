namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;
using Akka.Flink.Functions;
using Akka.Flink.Testing;
using Akka.Flink.Windowing;

/// <summary>The window joins and co-groups of suite <c>connected</c>.</summary>
internal static class WindowJoinPipelines
{
    public static DataStream<Row> Build(TestProgram program, JsonElement spec) => spec.Text("operator") == "windowJoin"
        ? BuildJoin(program.Input<Item>(), program.Input<Item>(), spec)
        : BuildCoGroup(program.Input<Item>(), program.Input<Item>(), spec);

    private static SingleOutputStreamOperator<Row> BuildJoin(DataStream<Item> left, DataStream<Item> right, JsonElement spec)
    {
        var join = left.Join(right).Where(item => item.Key).EqualTo(item => item.Key)
            .Window(WindowSpecs.AssignerOf(spec.GetProperty("assigner")));
        if (spec.TryGetProperty("trigger", out var trigger))
            join = join.Trigger(WindowSpecs.TriggerOf<TaggedUnion<Item, Item>, TimeWindow>(trigger, ValueOf));
        if (spec.TryGetProperty("evictor", out var evictor))
            join = join.Evictor(WindowSpecs.EvictorOf<TaggedUnion<Item, Item>, TimeWindow>(evictor, ValueOf));
        if (spec.Has("allowedLateness"))
            join = join.AllowedLateness(spec.Duration("allowedLateness"));
        if (spec.GetProperty("function").Text("type") == "groups")
            throw new FeatureMissingException("window join with the function of a co-group");

        return join.Apply((first, second) => Row.Of(("key", first.Key), ("left", first.Value), ("right", second.Value)));
    }

    private static SingleOutputStreamOperator<Row> BuildCoGroup(DataStream<Item> left, DataStream<Item> right, JsonElement spec)
    {
        var coGroup = left.CoGroup(right).Where(item => item.Key).EqualTo(item => item.Key)
            .Window(WindowSpecs.AssignerOf(spec.GetProperty("assigner")));
        if (spec.TryGetProperty("trigger", out var trigger))
            coGroup = coGroup.Trigger(WindowSpecs.TriggerOf<TaggedUnion<Item, Item>, TimeWindow>(trigger, ValueOf));
        if (spec.TryGetProperty("evictor", out var evictor))
            coGroup = coGroup.Evictor(WindowSpecs.EvictorOf<TaggedUnion<Item, Item>, TimeWindow>(evictor, ValueOf));
        if (spec.Has("allowedLateness"))
            coGroup = coGroup.AllowedLateness(spec.Duration("allowedLateness"));

        return coGroup.Apply(new GroupsFunction(spec.GetProperty("function").Flag("sorted")));
    }

    private static long ValueOf(TaggedUnion<Item, Item> record) => record.IsFirst ? record.First.Value : record.Second.Value;

    private sealed class GroupsFunction(bool sorted) : ICoGroupFunction<Item, Item, Row>
    {
        public void CoGroup(IEnumerable<Item> first, IEnumerable<Item> second, ICollector<Row> output) => output.Collect(Row.Of(
            ("key", first.Concat(second).FirstOrDefault()?.Key), ("left", ValuesOf(first)), ("right", ValuesOf(second))));

        private List<long> ValuesOf(IEnumerable<Item> items)
        {
            var values = items.Select(item => item.Value).ToList();
            if (sorted)
                values.Sort();
            return values;
        }
    }
}
