namespace Akka.Flink.Architecture.Tests.Rules.Repository;

public class ReadmeStartsHereTests : RuleTests<ReadmeStartsHere>
{
    [Fact]
    public void Wants_both_commands_on_the_first_page()
    {
        Assert.Equal(2, Check("build.sh", "").Count);
        Assert.Single(Check(("build.sh", ""), ("README.md", "Type `./build.sh demo`.")));
        Assert.Empty(Check(("build.sh", ""), ("README.md", "Type `./build.sh demo`, then `./build.sh test`.")));
    }
}
