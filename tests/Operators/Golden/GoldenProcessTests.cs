namespace Akka.Flink.Operators.Tests.Golden;

using System.Text.Json;
using Akka.Flink.Functions;
using Akka.Flink.Operators;

public class GoldenProcessTests
{
    private static readonly SynchronousDriverOptions Options = new() { ObjectReuse = true, AutoWatermarkIntervalMs = 0 };

    [Fact]
    [Trait("rule", "T1")]
    [Trait("rule", "T2")]
    [Trait("rule", "T3")]
    [Trait("rule", "T4")]
    [Trait("rule", "T5")]
    [Trait("rule", "T6")]
    [Trait("rule", "T7")]
    [Trait("rule", "T8")]
    [Trait("rule", "T9")]
    [Trait("rule", "T10")]
    public void Runs_process_functions_as_Flink_does() =>
        Assert.True(Failures("process") is var failures && failures.Length == 0, failures);

    [Fact]
    [Trait("rule", "W10")]
    [Trait("rule", "W11")]
    public void Runs_functions_of_two_inputs_as_Flink_does() =>
        Assert.True(Failures("connected") is var failures && failures.Length == 0, failures);

    [Fact]
    [Trait("rule", "K13")]
    public void Aggregates_as_Flink_does() => Assert.Equal("", Failures("rolling"));

    private static string Failures(string suite)
    {
        var failures = new List<string>();
        foreach (
            var golden in GoldenCase.WithCorrections(GoldenCase.Read($"Golden/{suite}.ndjson"), "Golden/differs.ndjson").Where(IsCovered))
        {
            try
            {
                if (Run(golden) is { } failure)
                    failures.Add($"{golden.Id} ({golden.Title}): {failure}");
            }
            catch (Exception cause)
            {
                failures.Add($"{golden.Id} ({golden.Title}): {cause}");
            }
        }

        return string.Join("\n", failures.Count > 0 ? failures.Prepend($"{failures.Count} failed") : failures);
    }

    private static bool IsCovered(GoldenCase golden) =>
        golden.Spec.GetProperty("operator").GetString() is "keyedProcess" or "process" or "rolling" or "keyedCoProcess" or "coProcess";

    private static string? Run(GoldenCase golden)
    {
        var script = new Script<GoldenRecord, GoldenRecord>(
            (first, second) =>
                ProgramOf(first, second, golden.Spec), Options, 1,
                    [SorterFunction.Late, PlainFunction.Odd, EnrichFunction.Unmatched, new("x"), new("y"), new("z")]);
        for (var i = 0; i < golden.Expected!.Length; i++)
        {
            var failed = false;
            try
            {
                Apply(script, golden.Input[i]);
            }
            catch (JobException) when (golden.Expected[i] is [.., "error"])
            {
                failed = true;
            }

            string[] got = [.. script.Take().Where(each => each != "end")];
            if (failed)
                got = [.. got, "error"];
            if (Difference(golden.Expected[i], got) is { } difference)
                return $"step {i}: {difference}";
            if (failed)
                break;
        }

        return null;
    }

    // Each side output by itself; where the order is open in part, as a set.
    private static string? Difference(string[] expected, string[] got)
    {
        var open = expected.Any(each => each.StartsWith('?'));
        foreach (var isMain in new[] { true, false })
        {
            var left = Part(expected.Select(each => each.TrimStart('?')));
            var right = Part(got);
            if (!left.SequenceEqual(right))
                return $"expected [{string.Join(' ', left)}], got [{string.Join(' ', right)}]";

            string[] Part(IEnumerable<string> all)
            {
                var part = all.Where(each => IsSide(each) != isMain);
                return [.. open || !isMain ? part.Order(StringComparer.Ordinal) : part];
            }
        }

        return null;

        static bool IsSide(string each) => each.Contains(": {", StringComparison.Ordinal);
    }

    private static void Apply(Script<GoldenRecord, GoldenRecord> script, JsonElement step)
    {
        var side = step.TryGetProperty("side", out var given) ? given.GetInt32() : 1;
        if (step.TryGetProperty("record", out var record))
            script.Record(GoldenRecord.Of(record), step.TryGetProperty("ts", out var at) ? at.GetInt64() : long.MinValue, side);
        else if (step.TryGetProperty("watermark", out var watermark))
            script.Watermark(watermark.GetInt64(), side);
        else if (step.TryGetProperty("processingTime", out var now))
            script.ProcessingTime(now.GetInt64());
        else if (GoldenCase.Has(step, "snapshotRestore"))
            script.SnapshotRestore();
        else if (GoldenCase.Has(step, "endOfInput"))
            script.End(side);
        else
            script.Status(GoldenCase.Has(step, "idle"), side);
    }

    private static SingleOutputStreamOperator<GoldenRecord> ProgramOf(
        DataStream<GoldenRecord> stream, DataStream<GoldenRecord> second, JsonElement spec)
    {
        var function = spec.GetProperty("function");
        var type = function.GetProperty("type").GetString();
        if (spec.GetProperty("operator").GetString() == "coProcess")
            return stream.Connect(second).Process(new TagFunction());
        if (spec.GetProperty("operator").GetString() == "keyedCoProcess")
        {
            KeyedCoProcessFunction<string, GoldenRecord, GoldenRecord, GoldenRecord> both =
                type == "enrich" ? new EnrichFunction(function.GetProperty("interval").GetInt64()) : new CoScriptFunction(spec);
            return stream.Connect(second).KeyBy(record => record.Key, record => record.Key).Process(both);
        }

        var keyed = stream.KeyBy(record => record.Key);
        return type switch
        {
            "script" => keyed.Process(new ScriptFunction(spec)),
            "countWithTimeout" => keyed.Process(new CountWithTimeoutFunction(function.GetProperty("timeout").GetInt64())),
            "coalesced" => keyed.Process(new CoalescedFunction(function.GetProperty("interval").GetInt64())),
            "idle" =>
                keyed.Process(
                    new IdleFunction(function.GetProperty("eventDelay").GetInt64(), function.GetProperty("processingDelay").GetInt64())),
            "sorter" => keyed.Process(new SorterFunction()),
            "plain" => stream.Process(new PlainFunction()),
            "distinct" => keyed.FlatMap(new DistinctFunction()),
            _ => Rolling(stream, type!, function),
        };
    }

    private static SingleOutputStreamOperator<GoldenRecord> Rolling(DataStream<GoldenRecord> stream, string type, JsonElement function)
    {
        var first = !function.TryGetProperty("first", out var given) || given.GetBoolean();
        var keyed = stream.Map(Item.Of).KeyBy(item => item.Key);
        var rolled = type switch
        {
            "sum" => keyed.Sum(item => item.Value),
            "min" => keyed.Min(item => item.Value),
            "max" => keyed.Max(item => item.Value),
            "minBy" => keyed.MinBy(item => item.Value, first),
            "maxBy" => keyed.MaxBy(item => item.Value, first),
            _ => keyed.Reduce((left, right) => new Item(left.Key, left.Value + right.Value, left.Name + right.Name, right.Seq)),
        };
        return rolled.Map(item => item.ToRecord());
    }

    private sealed record Item(string Key, long Value, string? Name, long? Seq)
    {
        public static Item Of(GoldenRecord record) => new(record.Key, record.Value, record.String("name"), record.Number("seq"));

        public GoldenRecord ToRecord() => GoldenRecord.Of(("key", Key), ("value", Value), ("name", Name), ("seq", Seq));
    }
}
