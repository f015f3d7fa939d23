namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;

/// <summary>The golden cases that must pass by now, in both modes.</summary>
public class MandatoryCasesTests
{
    private static readonly string[] LaterWindowFields = ["evictor", "trigger"];

    [Theory]
    [InlineData("async")]
    [InlineData("process")]
    [InlineData("rolling")]
    [InlineData("watermarks")]
    public void Passes_every_case_of_a_suite(string suite) => Verify(golden => golden.Suite == suite, CaseRunner.ModesOf);

    [Fact]
    public void Passes_every_window_case_without_trigger_evictor_offset_dynamic_gap_global_windows_and_state() =>
        Verify(IsWindowCaseForNow, CaseRunner.ModesOf);

    [Theory]
    [InlineData("coProcess")]
    [InlineData("keyedCoProcess")]
    [InlineData("keyedBroadcastProcess")]
    [InlineData("intervalJoin")]
    public void Passes_every_case_of_an_operator_with_two_inputs(string name) =>
        Verify(golden => IsOperator(golden, name), CaseRunner.ModesOf);

    [Theory]
    [InlineData(RunMode.ChangesEverywhere)]
    [InlineData(RunMode.Serialized)]
    [InlineData(RunMode.BlockedOutput)]
    [InlineData(RunMode.CopiedState)]
    public void Passes_them_in_the_other_modes_of_the_harness(object mode) =>
        Verify(golden => IsForAnyMode(golden), _ => [(RunMode)mode]);

    [Fact]
    public void Passes_them_in_batches() =>
        Verify(
            golden => !EndsWithError(golden) && IsForAnyMode(golden),
            _ => [RunMode.Batches]);

    [Theory]
    [InlineData(RunMode.Rescale)]
    [InlineData(RunMode.RescaleChanges)]
    public void Passes_keyed_ones_while_the_parallelism_changes(object mode) =>
        Verify(
            golden => golden.BuildError is null
                && IsForAnyMode(golden)
                && golden.Suite != "watermarks"
                && !IsOperator(golden, "process"),
            _ => [(RunMode)mode]);

    private static bool EndsWithError(GoldenCase golden) =>
        golden.Expected.Any(step => step.Any(part => part.Groups[0][0].Kind == ElementKind.Error));

    private static void Verify(Func<GoldenCase, bool> isMandatory, Func<GoldenCase, IEnumerable<RunMode>> modesOf)
    {
        var cases = CaseReader.ReadFolder(CaseReader.DefaultFolder).Where(isMandatory).ToList();

        var failures = cases
            .Select(golden => (golden.Id, golden.Title, Failure: CaseRunner.RunAll(golden, modesOf(golden))))
            .Where(each => each.Failure is not null)
            .Select(each => $"{each.Id} ({each.Title}): {each.Failure}")
            .ToList();

        Assert.NotEmpty(cases);
        Assert.True(failures.Count == 0, $"{failures.Count} of {cases.Count} cases failed:\n{string.Join("\n", failures.Take(10))}");
    }

    private static bool IsForAnyMode(GoldenCase golden) =>
        golden.Suite is "process" or "rolling" or "watermarks" || IsWindowCaseForNow(golden) || IsOperator(golden, "intervalJoin");

    private static bool IsOperator(GoldenCase golden, string name) => golden.Spec.Text("operator") == name;

    private static bool IsWindowCaseForNow(GoldenCase golden) => golden.Suite == "windows" && !IsForLater(golden.Spec);

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
