namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;
using Akka.Flink.Testing;

/// <summary>The interval joins of suite <c>connected</c>.</summary>
internal static class IntervalJoinPipelines
{
    public static DataStream<Row> Build(TestProgram program, JsonElement spec) => throw new FeatureMissingException("interval join");
}
