namespace Akka.Flink.Architecture.Tests.Rules.Tests;

public class SkipsHaveReasonsTests : RuleTests<SkipsHaveReasons>
{
    [Theory]
    [InlineData("Skip = \"\"", 1)]
    [InlineData("Skip = \"flaky\"", 1)]
    [InlineData("Skip = \"There is no broker on this machine.\"", 0)]
    [InlineData("Skip = Reason", 0)]
    public void Wants_a_sentence(string skip, int violations) =>
        Assert.Equal(violations, Check("tests/State/A.cs", $"class A {{ [Fact({skip})] void M() {{ }} }}").Count);
}
