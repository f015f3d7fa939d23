namespace Akka.Flink.Operators.Tests.Golden;

using System.Text.Json;
using Akka.Flink.Operators;

public class GoldenWatermarkTests
{
    private static readonly GoldenCase[] Cases = [.. GoldenCase.Read("Golden/watermarks.ndjson")];

    [Fact]
    [Trait("rule", "W3")]
    public void Makes_timestamps_and_watermarks_as_Flink_does() =>
        Assert.Equal("", string.Join('\n', Failures("timestampsAndWatermarks", RunStrategy)));

    [Fact]
    [Trait("rule", "W5")]
    [Trait("rule", "W6")]
    [Trait("rule", "W7")]
    [Trait("rule", "W8")]
    [Trait("rule", "W9")]
    public void Lets_watermarks_of_several_channels_through_as_Flink_does() =>
        Assert.Equal("", string.Join('\n', Failures("valve", RunValve)));

    private static List<string> Failures(string name, Func<GoldenCase, IEnumerable<string[]>> run)
    {
        var failures = new List<string>();
        var count = 0;
        foreach (var golden in Cases.Where(each => each.Spec.GetProperty("operator").GetString() == name))
        {
            count++;
            if (golden.Expected is null)
            {
                if (Record.Exception(() => run(golden).Any()) is null)
                    failures.Add($"{golden.Id} ({golden.Title}): was not refused");
                continue;
            }

            var step = 0;
            foreach (var got in run(golden))
            {
                if (!got.SequenceEqual(golden.Expected[step]))
                {
                    failures.Add(
                        $"{golden.Id} step {step} ({golden.Title}): expected [{string.Join(' ', golden.Expected[step])}], got " +
                        $"[{string.Join(' ', got)}]");
                    break;
                }

                step++;
            }
        }

        Assert.True(count > 80);
        return failures;
    }

    private static IEnumerable<string[]> RunStrategy(GoldenCase golden)
    {
        var strategy = StrategyOf(golden.Spec);
        var options =
            new SynchronousDriverOptions { AutoWatermarkIntervalMs = golden.Spec.GetProperty("autoWatermarkInterval").GetInt64() };
        var script = new Script<GoldenRecord, GoldenRecord>(stream => stream.AssignTimestampsAndWatermarks(strategy), options);
        foreach (var step in golden.Input)
        {
            Apply(script, step);
            yield return [.. script.Take().Where(each => each != "end")];
        }
    }

    private static void Apply(Script<GoldenRecord, GoldenRecord> script, JsonElement step)
    {
        if (step.TryGetProperty("record", out var record))
        {
            script.Record(GoldenRecord.Of(record), step.TryGetProperty("ts", out var at) ? at.GetInt64() : long.MinValue);
        }
        else if (step.TryGetProperty("watermark", out var watermark))
            script.Watermark(watermark.GetInt64());
        else if (step.TryGetProperty("processingTime", out var now))
            script.ProcessingTime(now.GetInt64());
        else if (GoldenCase.Has(step, "snapshotRestore"))
            script.SnapshotRestore();
        else if (GoldenCase.Has(step, "endOfInput"))
            script.End();
        else
            script.Status(GoldenCase.Has(step, "idle"));
    }

    private static WatermarkStrategy<GoldenRecord> StrategyOf(JsonElement spec)
    {
        var declared = spec.GetProperty("strategy");
        var strategy = declared.GetProperty("type").GetString() switch
        {
            "boundedOutOfOrderness" =>
                WatermarkStrategy.ForBoundedOutOfOrderness<GoldenRecord>(
                    TimeSpan.FromMilliseconds(declared.GetProperty("delay").GetInt64())),
            "monotonous" => WatermarkStrategy.ForMonotonousTimestamps<GoldenRecord>(),
            "none" => WatermarkStrategy.NoWatermarks<GoldenRecord>(),
            _ => WatermarkStrategy.ForGenerator<GoldenRecord>(() => new Punctuated()),
        };
        if (spec.TryGetProperty("timestampAssigner", out var assigns) && assigns.GetBoolean())
            strategy = strategy.WithTimestampAssigner((record, _) => record.Value);
        return spec.TryGetProperty("idleness", out var idleness) ? strategy.WithIdleness(TimeSpan.FromMilliseconds(idleness.GetInt64()))
            : strategy;
    }

    private static IEnumerable<string[]> RunValve(GoldenCase golden)
    {
        var output = new List<string>();
        var context = new OperatorContext("outlet", "outlet", 0, 1, 128, new ProcessingClock());
        var count = golden.Spec.GetProperty("channels").GetInt32();
        var gate = new InputGate<string>(new Outlet<string>(context, output), count);
        var channels = Enumerable.Range(0, count).Select(_ => gate.AddChannel()).ToArray();
        foreach (var step in golden.Input)
        {
            var channel = channels[step.GetProperty("side").GetInt32() - 1];
            if (step.TryGetProperty("watermark", out var watermark))
                channel.ProcessWatermark(watermark.GetInt64());
            else
                channel.ProcessStatus(GoldenCase.Has(step, "idle"));
            yield return [.. output];
            output.Clear();
        }
    }

    private sealed class Punctuated : IWatermarkGenerator<GoldenRecord>
    {
        public void OnEvent(GoldenRecord value, long timestampMs, IWatermarkOutput output)
        {
            if (value.Mark == "watermark")
                output.EmitWatermark(timestampMs);
            else if (value.Mark == "idle")
                output.MarkIdle();
            else if (value.Mark == "active")
                output.MarkActive();
        }

        public void OnPeriodicEmit(IWatermarkOutput output)
        {
        }
    }
}
