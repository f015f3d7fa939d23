namespace Akka.Flink.Conformance.Tests;

/// <summary>The golden cases that must pass by now, in both modes.</summary>
public class MandatoryCasesTests
{
    [Theory]
    [InlineData("async")]
    [InlineData("process")]
    [InlineData("rolling")]
    [InlineData("watermarks")]
    [InlineData("windows")]
    public void Passes_every_case_of_a_suite(string suite) => Verify(golden => golden.Suite == suite, CaseRunner.ModesOf);

    [Theory]
    [InlineData("coProcess")]
    [InlineData("keyedCoProcess")]
    [InlineData("keyedBroadcastProcess")]
    [InlineData("intervalJoin")]
    [InlineData("windowJoin")]
    [InlineData("windowCoGroup")]
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
                && !IsOperator(golden, "process")
                && !HasUnion(golden),
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
        golden.Suite is "process" or "rolling" or "watermarks" or "windows"
        || IsOperator(golden, "intervalJoin")
        || HasUnion(golden);

    // What the channels of a union have seen cannot be handed over to another number of channels.
    private static bool HasUnion(GoldenCase golden) => IsOperator(golden, "windowJoin") || IsOperator(golden, "windowCoGroup");

    private static bool IsOperator(GoldenCase golden, string name) => golden.Spec.Text("operator") == name;
}
