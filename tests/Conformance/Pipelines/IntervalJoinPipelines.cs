namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;
using Akka.Flink.Testing;

/// <summary>The interval joins of suite <c>connected</c>.</summary>
internal static class IntervalJoinPipelines
{
    private static readonly OutputTag<Item> LateLeft = new("lateLeft");
    private static readonly OutputTag<Item> LateRight = new("lateRight");

    public static DataStream<Row> Build(TestProgram program, JsonElement spec)
    {
        var left = program.Input<Item>().KeyBy(item => item.Key);
        var right = program.Input<Item>().KeyBy(item => item.Key);
        var join = left.IntervalJoin(right).Between(spec.Duration("lower"), spec.Duration("upper"));
        if (spec.Flag("lowerExclusive"))
            join = join.LowerBoundExclusive();
        if (spec.Flag("upperExclusive"))
            join = join.UpperBoundExclusive();
        if (!spec.Flag("lateOutputs"))
            return join.Process(new PairFunction());

        var pairs = join.SideOutputLeftLateData(LateLeft).SideOutputRightLateData(LateRight).Process(new PairFunction());
        program.RecordBeside("lateLeft", pairs.GetSideOutput(LateLeft).Map(item => item.ToRow()));
        program.RecordBeside("lateRight", pairs.GetSideOutput(LateRight).Map(item => item.ToRow()));
        return pairs;
    }
}
