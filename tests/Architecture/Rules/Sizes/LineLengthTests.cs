namespace Akka.Flink.Architecture.Tests.Rules.Sizes;

public class LineLengthTests : RuleTests<LineLength>
{
    [Fact]
    public void Refuses_a_line_of_more_than_140_characters()
    {
        Assert.Equal(2, Assert.Single(Check("src/State/A.cs", "class A;\n//" + new string('x', 139))).Line);
        Assert.Empty(Check("src/State/A.cs", "class A;\n//" + new string('x', 138)));
    }
}
