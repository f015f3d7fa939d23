namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;
using Akka.Flink.Testing;

/// <summary>The pipelines of suite <c>windows</c>.</summary>
internal static class WindowPipelines
{
    public static DataStream<Row> Build(TestProgram program, JsonElement spec) => throw new FeatureMissingException("windows");
}
