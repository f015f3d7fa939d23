namespace Akka.Flink.Architecture.Tests.Rules.Documentation;

public class PublicDocumentationTests : RuleTests<PublicDocumentation>
{
    [Theory]
    [InlineData("public int M() => 1;", "M has no summary.")]
    [InlineData("/// <summary>Counts.</summary>\npublic int M() => 1;", "What M returns is not documented.")]
    [InlineData("/// <summary>Counts.</summary>\n/// <returns>How many.</returns>\npublic int M(int x) => 1;",
        "Parameter 'x' of M is not documented.")]
    [InlineData("public int P { get; }", "P has no summary.")]
    [InlineData("protected virtual void M() { }", "M has no summary.")]
    [InlineData("public record R(int X);", "R has no summary.")]
    [InlineData("/// <summary>A value.</summary>\npublic record R(int X);", "Parameter 'X' of R is not documented.")]
    public void Refuses_a_public_member_that_is_not_explained(string member, string what) =>
        Assert.Contains(Check("src/State/A.cs", Type(member)), violation => violation.What == what);

    [Theory]
    [InlineData("/// <summary>Whether <paramref name=\"x\"/> is odd.</summary>\npublic bool M(int x) => true;")]
    [InlineData("/// <summary>Stops.</summary>\npublic Task M() => null;")]
    [InlineData("/// <inheritdoc/>\npublic int M(int x) => 1;")]
    [InlineData("public override int M(int x) => 1;")]
    [InlineData("internal int M(int x) => 1;")]
    [InlineData("internal sealed class B { public int M(int x) => 1; }")]
    public void Accepts_short_inherited_and_hidden_members(string member) => Assert.Empty(Check("src/State/A.cs", Type(member)));

    [Fact]
    public void Looks_at_the_product_only() => Assert.Empty(Check("tests/State/A.cs", "public class A { }"));

    private static string Type(string member) => $"/// <summary>A type.</summary>\npublic class A\n{{\n{member}\n}}";
}
