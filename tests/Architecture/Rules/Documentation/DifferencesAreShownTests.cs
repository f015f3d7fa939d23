namespace Akka.Flink.Architecture.Tests.Rules.Documentation;

using Akka.Flink.Architecture.Tests.Sources;

public class DifferencesAreShownTests : RuleTests<DifferencesAreShown>
{
    [Fact]
    public void Accepts_tests_and_cases_that_exist() =>
        Assert.Empty(CheckPage("`WindowTests.Fires`, `WindowTests`, case `windows-late`, `windows-r7`"));

    [Fact]
    public void Names_what_does_not_exist() => Assert.Equal(
        ["There is no test and no case 'WindowTests.Closes'.", "There is no test and no case 'windows-early'."],
        CheckPage("`WindowTests.Closes`, `windows-early`, `windows-r7`").Select(violation => violation.What));

    [Fact]
    public void Wants_every_case_that_is_judged_otherwise() => Assert.Equal(
        "The case 'windows-r7' is judged otherwise than recorded, which the page does not say.",
        Assert.Single(CheckPage("`WindowTests`")).What);

    private static IReadOnlyList<Violation> CheckPage(string text) => Check(
        ("docs/differences.md", text),
        ("tests/Operators/WindowTests.cs", "class WindowTests { public void Fires() { } }"),
        ("tests/Conformance/Cases/windows.ndjson", "{\"id\":\"windows-late\"}\n{\"id\":\"windows-r7\"}\n"),
        ("tests/Conformance/Cases/differs.ndjson", "{\"id\":\"windows-r7\",\"bug\":\"a\"}\n"));
}
