namespace Akka.Flink.Conformance.Tests;

using System.Collections.Immutable;
using System.Text.Json;
using Akka.Flink.Testing;

/// <summary>Runs one case in one mode through the public harness.</summary>
internal sealed class CaseRunner(GoldenCase golden, RunMode mode)
{
    private readonly CasePipeline _pipeline = new(golden.Spec);
    private readonly Queue<Step> _waiting = new();

    private HarnessOptions Options => _pipeline.Options with
    {
        ForceSerialization = mode == RunMode.Serialized,
        BlockOutput = mode == RunMode.BlockedOutput,
        CopyState = mode == RunMode.CopiedState,
        IncrementalSnapshots = mode is RunMode.ChangesEverywhere or RunMode.RescaleChanges,
    };

    /// <summary>The modes that a case is run in.</summary>
    public static IReadOnlyList<RunMode> ModesOf(GoldenCase golden) =>
        golden.BuildError is not null
            ? [RunMode.Plain]
            : (RunMode[])[RunMode.Plain, RunMode.SnapshotEverywhere];

    /// <summary>Runs a case in some modes.</summary>
    /// <returns>The first failure; null when there is none.</returns>
    public static Failure? RunAll(GoldenCase golden, IEnumerable<RunMode> modes)
    {
        foreach (var mode in modes)
        {
            if (new CaseRunner(golden, mode).Run() is { } failure)
                return failure;
        }

        return null;
    }

    /// <summary>Runs the case.</summary>
    /// <returns>Why it failed; null when it passed.</returns>
    public Failure? Run()
    {
        using var harness = new JobHarness<Row>(_pipeline.Build, Options);
        try
        {
            harness.Open();
        }
        catch (FeatureMissingException missing)
        {
            return new Failure(mode, -1, "build", "", missing.Message, missing.Message);
        }
        catch (Exception error)
        {
            return golden.BuildError is null ? new Failure(mode, -1, "build", "no error", Describe(error)) : null;
        }

        if (golden.BuildError is not null)
            return new Failure(mode, -1, "build", $"error {golden.BuildError}", "no error");

        return RunSteps(harness);
    }

    private Failure? RunSteps(JobHarness<Row> harness)
    {
        for (var i = 0; i < golden.Expected.Length;)
        {
            var count = CountOfBatch(i);
            var error = Try(() => Apply(harness, i, count)) ?? Try(() => AfterStep(harness, i));
            var seen = harness.TakeOutput().Select(Convert).ToList();
            seen.AddRange(_pipeline.Calls.TakeBegun().Select(id => new Element(ElementKind.Invoke, $"{id}")));
            if (error is not null)
                seen.Add(new Element(ElementKind.Error, error));

            ImmutableArray<ExpectedPart> expected = [.. golden.Expected.AsSpan(i, count).ToArray().SelectMany(parts => parts)];
            if (FirstDifference(expected, seen) is { } channel)
                return Different(golden.Input[i], i, channel, expected, seen);
            if (error is not null)
                return null;

            i += count;
        }

        return null;
    }

    private int CountOfBatch(int from)
    {
        var first = golden.Input[from];
        if (mode != RunMode.Batches || first.Kind != StepKind.Record)
            return 1;

        var count = 1;
        while (from + count < golden.Expected.Length && Continues(first, golden.Input[from + count]))
            count++;

        return count;
    }

    private static bool Continues(Step first, Step next) => next.Kind == StepKind.Record && next.Side == first.Side;

    private void AfterStep(JobHarness<Row> harness, int step)
    {
        if (harness.IsHeld)
            return;   // what waits is in no state
        if (mode is RunMode.SnapshotEverywhere or RunMode.ChangesEverywhere)
            harness.Renew();
        else if (mode == RunMode.Rescale)
            harness.Renew(step % 2 == 0 ? MostSubtasksFor(step + 1) : 1);
        else if (mode == RunMode.RescaleChanges && step % 3 > 0)
            harness.Renew(step % 3 == 1 ? MostSubtasksFor(step + 1) : 1);
        else if (mode == RunMode.RescaleChanges)
            harness.Snapshot();
    }

    // An input without channels of its own does not know its status, so the channels of two subtasks cannot take it over.
    private int MostSubtasksFor(int step) =>
        step < golden.Expected.Length && golden.Input[step].Kind is StepKind.Idle or StepKind.Active ? 1 : 2;

    private string? FirstDifference(ImmutableArray<ExpectedPart> expected, List<Element> seen) =>
        mode is not (RunMode.Rescale or RunMode.RescaleChanges)
        ? StepComparer.FirstDifference(expected, seen)
        : Records(expected.SelectMany(part => part.Groups).SelectMany(group => group)).SequenceEqual(Records(seen)) ? null : "";

    private static IEnumerable<string> Records(IEnumerable<Element> elements) =>
        elements.Where(element => element.Kind is ElementKind.Record or ElementKind.Error)
            .Select(element => element.Kind == ElementKind.Error ? "error" : element.ToString())
            .Order(StringComparer.Ordinal);

    private void Apply(JobHarness<Row> harness, int from, int count)
    {
        if (count > 1)
            _pipeline.ProcessBatch(harness, golden.Input.AsSpan(from, count));
        else
            ApplyInTurn(harness, golden.Input[from]);
    }

    // What finds no room waits, and so does everything behind it; the clock and the ends of calls do not.
    private void ApplyInTurn(JobHarness<Row> harness, Step step)
    {
        switch (step.Kind)
        {
            case StepKind.Complete or StepKind.Fail:
                _pipeline.Calls.End(JsonDocument.Parse(step.Text).RootElement);
                harness.Settle();
                break;
            case StepKind.ProcessingTime:
                harness.SetProcessingTime(step.Number);
                break;
            default:
                _waiting.Enqueue(step);
                break;
        }

        while (!harness.IsHeld && _waiting.TryDequeue(out var next))
            Apply(harness, next);
    }

    private void Apply(JobHarness<Row> harness, Step step)
    {
        var input = step.Side - 1;
        switch (step.Kind)
        {
            case StepKind.Record:
                _pipeline.Process(harness, step);
                break;
            case StepKind.Watermark:
                harness.Watermark(input, step.Number);
                break;
            case StepKind.Idle or StepKind.Active:
                harness.Status(input, step.Kind == StepKind.Idle);
                break;
            case StepKind.SnapshotRestore:
                _pipeline.Calls.Forget();
                harness.Restore(harness.Snapshot());
                break;
            case StepKind.EndOfInput:
                harness.EndInput(input);
                break;
            default:
                throw new FeatureMissingException($"step '{step.Kind}'");
        }
    }

    private static string? Try(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception error)
        {
            return Describe(error);
        }
    }

    private static string Describe(Exception error)
    {
        var text = $"{error.GetType().Name}: {error.Message}";
        return error.InnerException is { } cause ? $"{text} <- {Describe(cause)}" : text;
    }

    private Failure Different(Step step, int index, string channel, ImmutableArray<ExpectedPart> parts, List<Element> seen)
    {
        var expected = string.Join(", ", parts.Select(part => part.On(channel)).Where(part => !part.Groups.IsEmpty));
        var got = string.Join(", ", seen.Where(element => element.Channel == channel));
        var where = channel.Length == 0 ? "" : $"{channel}: ";
        return new Failure(mode, index, step.Text, where + OrNothing(expected), where + OrNothing(got));
    }

    private static string OrNothing(string text) => text.Length == 0 ? "nothing" : text;

    private static Element Convert(Element<Row> element) => element.Kind switch
    {
        Akka.Flink.Testing.ElementKind.Watermark => new Element(ElementKind.Watermark, element.TimeMs.ToString()!),
        Akka.Flink.Testing.ElementKind.Idle => new Element(ElementKind.Idle),
        Akka.Flink.Testing.ElementKind.Active => new Element(ElementKind.Active),
        _ when element.SideTag is { } tag => new Element(ElementKind.Record, ((Row)element.SideValue!).Json, element.TimeMs, tag),
        _ => new Element(ElementKind.Record, element.Value!.Json, element.TimeMs),
    };
}
