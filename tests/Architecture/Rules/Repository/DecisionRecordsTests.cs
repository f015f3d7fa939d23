namespace Akka.Flink.Architecture.Tests.Rules.Repository;

public class DecisionRecordsTests : RuleTests<DecisionRecords>
{
    private const string Whole = "# 0001 One\n\n## Context\n\n## Decision\n\n## Consequences\n";

    [Theory]
    [InlineData("docs/decisions/0001-one.md", "# 0001 One\n\n## Context\n\n## Decision\n")]
    [InlineData("docs/decisions/one.md", Whole)]
    public void Refuses_a_record_that_is_not_whole(string path, string text) => Assert.Single(Check(path, text));

    [Fact]
    public void Refuses_a_number_that_is_taken() => Assert.Single(Check(
        ("docs/decisions/0001-one.md", Whole),
        ("docs/decisions/0001-other.md", Whole)));
}
