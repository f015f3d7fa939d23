namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;
using Akka.Flink.Functions;
using Akka.Flink.Testing;

/// <summary>The pipelines of suite <c>async</c>.</summary>
internal static class AsyncPipelines
{
    public static DataStream<Row> Build(TestProgram program, JsonElement spec, PendingCalls calls)
    {
        var input = program.Input<Item>();
        var function = new CallingFunction(calls, spec.Has("onTimeout") ? spec.Text("onTimeout") : "fail");
        var timeout = spec.Has("timeout") ? spec.Duration("timeout") : TimeSpan.Zero;
        var capacity = spec.GetProperty("capacity").GetInt32();
        var isOrdered = spec.Text("mode") == "ordered";
        if (!spec.Has("retry"))
        {
            return isOrdered
                ? AsyncDataStream.OrderedWait(input, function, timeout, capacity)
                : AsyncDataStream.UnorderedWait(input, function, timeout, capacity);
        }

        var strategy = StrategyOf(spec.GetProperty("retry"));
        return isOrdered
            ? AsyncDataStream.OrderedWaitWithRetry(input, function, timeout, capacity, strategy)
            : AsyncDataStream.UnorderedWaitWithRetry(input, function, timeout, capacity, strategy);
    }

    private static AsyncRetryStrategy<Row> StrategyOf(JsonElement retry)
    {
        var strategy = AsyncRetryStrategies.FixedDelay<Row>(retry.GetProperty("maxAttempts").GetInt32(), retry.Duration("delay"));
        if (retry.Flag("ifEmpty"))
            strategy = strategy.IfResult(RetryPredicates.EmptyResult);
        return retry.Flag("ifException") ? strategy.IfException(RetryPredicates.HasException) : strategy;
    }
}
