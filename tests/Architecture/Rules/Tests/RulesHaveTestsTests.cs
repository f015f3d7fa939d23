namespace Akka.Flink.Architecture.Tests.Rules.Tests;

using Akka.Flink.Architecture.Tests.Sources;

public class RulesHaveTestsTests : RuleTests<RulesHaveTests>
{
    private const string Page = "| Id | Rule |\n|---|---|\n| T1 | One timer. |\n| T2 | In order. |\n";

    [Fact]
    public void Names_a_rule_without_test_and_a_trait_without_rule() => Assert.Equal(
        ["Rule T2 has no test.", "docs/internals/semantics.md has no rule T9."],
        CheckTraits("T1", "T9").Select(violation => violation.What));

    [Fact]
    public void Accepts_a_test_for_each_rule() => Assert.Empty(CheckTraits("T1", "T2"));

    private static IReadOnlyList<Violation> CheckTraits(params string[] ids) => Check(
        ("docs/internals/semantics.md", Page),
        ("tests/Sample/Tests.cs", $"class Tests {{ {string.Concat(ids.Select(Trait))} public void Holds() {{ }} }}"));

    private static string Trait(string id) => $"[Trait(\"rule\", \"{id}\")]";
}
