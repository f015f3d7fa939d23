namespace Akka.Flink.Architecture.Tests.Rules.Documentation;

using Akka.Flink.Architecture.Tests.Sources;

public class ShownMembersTests : RuleTests<ShownMembers>
{
    private const string Code = "class A\n{\n    [Fact]\n    public void One()\n    {\n        Run();\n\n        Run();\n    }\n}\n";

    [Fact]
    public void Accepts_what_stands_in_the_file() => Assert.Empty(
        CheckPage("A.cs#One", "[Fact]\npublic void One()\n{\n    Run();\n\n    Run();\n}"));

    [Theory]
    [InlineData("A.cs#One", "void One() { }", "The code is not that of 'One' in A.cs.")]
    [InlineData("A.cs#Two", "void Two() { }", "A.cs has no method 'Two'.")]
    [InlineData("B.cs#One", "void One() { }", "There is no B.cs.")]
    public void Names_what_is_not_there_or_otherwise(string member, string shown, string what)
    {
        var violation = Assert.Single(CheckPage(member, shown));

        Assert.Equal((what, 3), (violation.What, violation.Line));
    }

    private static IReadOnlyList<Violation> CheckPage(string member, string shown) => Check(
        ("A.cs", Code), ("docs/a.md", $"# A\n\n<!-- member: {member} -->\n```csharp\n{shown}\n```\n"));
}
