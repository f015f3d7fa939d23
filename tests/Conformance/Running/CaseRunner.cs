namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Testing;

/// <summary>Runs one case in one mode through the public harness.</summary>
internal sealed class CaseRunner(GoldenCase golden, RunMode mode)
{
    private const string AsyncSuite = "async";

    private readonly CasePipeline _pipeline = new(golden.Spec);

    private HarnessOptions Options => _pipeline.Options with
    {
        ForceSerialization = mode == RunMode.Serialized,
        BlockOutput = mode == RunMode.BlockedOutput,
        CopyState = mode == RunMode.CopiedState,
    };

    /// <summary>The modes that a case is run in.</summary>
    public static IReadOnlyList<RunMode> ModesOf(GoldenCase golden) =>
        golden.Suite == AsyncSuite || golden.BuildError is not null ? [RunMode.Plain] : (RunMode[])[RunMode.Plain, RunMode.SnapshotEverywhere];

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
        for (var i = 0; i < golden.Expected.Length; i++)
        {
            var step = golden.Input[i];
            var error = Try(() => Apply(harness, step));
            if (error is null && mode == RunMode.SnapshotEverywhere)
                error = Try(() => harness.Renew());

            var seen = harness.TakeOutput().Select(Convert).ToList();
            if (error is not null)
                seen.Add(new Element(ElementKind.Error, error));
            if (StepComparer.FirstDifference(golden.Expected[i], seen) is { } channel)
                return Different(i, step, channel, seen);
            if (error is not null)
                return null;
        }

        return null;
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
            case StepKind.ProcessingTime:
                harness.SetProcessingTime(step.Number);
                break;
            case StepKind.Idle or StepKind.Active:
                harness.Status(input, step.Kind == StepKind.Idle);
                break;
            case StepKind.SnapshotRestore:
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

    private Failure Different(int index, Step step, string channel, List<Element> seen)
    {
        var expected = string.Join(", ", golden.Expected[index].Select(part => part.On(channel)).Where(part => !part.Groups.IsEmpty));
        var got = string.Join(", ", seen.Where(element => element.Channel == channel));
        var where = channel.Length == 0 ? "" : $"{channel}: ";
        return new Failure(mode, index, step.Text, where + (expected.Length == 0 ? "nothing" : expected), where + (got.Length == 0 ? "nothing" : got));
    }

    private static Element Convert(Element<Row> element) => element.Kind switch
    {
        Akka.Flink.Testing.ElementKind.Watermark => new Element(ElementKind.Watermark, element.TimeMs.ToString()!),
        Akka.Flink.Testing.ElementKind.Idle => new Element(ElementKind.Idle),
        Akka.Flink.Testing.ElementKind.Active => new Element(ElementKind.Active),
        _ when element.SideTag is { } tag => new Element(ElementKind.Record, ((Row)element.SideValue!).Json, element.TimeMs, tag),
        _ => new Element(ElementKind.Record, element.Value!.Json, element.TimeMs),
    };
}
