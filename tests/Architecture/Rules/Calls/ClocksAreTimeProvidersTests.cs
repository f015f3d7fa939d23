namespace Akka.Flink.Architecture.Tests.Rules.Calls;

public class ClocksAreTimeProvidersTests : RuleTests<ClocksAreTimeProviders>
{
    [Theory]
    [InlineData("DateTime.Now", 1)]
    [InlineData("System.DateTime.UtcNow", 1)]
    [InlineData("DateTimeOffset.UtcNow", 1)]
    [InlineData("_time.GetUtcNow()", 0)]
    [InlineData("DateTime.UnixEpoch", 0)]
    public void Refuses_the_clock_of_the_machine(string expression, int violations) =>
        Assert.Equal(violations, Check("src/State/A.cs", $"class A {{ object M() => {expression}; }}").Count);
}
