namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;

/// <summary>The golden cases that must pass by now, in both modes.</summary>
public class MandatoryCasesTests
{
    private static readonly string[] LaterWindowFields = ["evictor", "trigger"];

    [Theory]
    [InlineData("process")]
    [InlineData("rolling")]
    public void Passes_every_case_of_a_suite(string suite) => Verify(golden => golden.Suite == suite);

    [Fact]
    public void Passes_every_window_case_without_trigger_evictor_offset_dynamic_gap_global_windows_and_state() =>
        Verify(golden => golden.Suite == "windows" && !IsForLater(golden.Spec));

    private static void Verify(Func<GoldenCase, bool> isMandatory)
    {
        var cases = CaseReader.ReadFolder(CaseReader.DefaultFolder).Where(isMandatory).ToList();

        var failures = cases
            .Select(golden => (golden.Id, golden.Title, Failure: CaseRunner.RunAll(golden)))
            .Where(each => each.Failure is not null)
            .Select(each => $"{each.Id} ({each.Title}), {each.Failure!.Mode}, step {each.Failure.Step} {each.Failure.StepText}: expected {each.Failure.Expected}, got {each.Failure.Got}")
            .ToList();

        Assert.NotEmpty(cases);
        Assert.True(failures.Count == 0, $"{failures.Count} of {cases.Count} cases failed:\n{string.Join("\n", failures.Take(10))}");
    }

    private static bool IsForLater(JsonElement spec)
    {
        var assigner = spec.GetProperty("assigner");
        return LaterWindowFields.Any(field => spec.Has(field))
            || assigner.Has("offset")
            || assigner.Has("gapField")
            || assigner.Text("type") == "global"
            || spec.GetProperty("function").Text("type") == "state";
    }
}
