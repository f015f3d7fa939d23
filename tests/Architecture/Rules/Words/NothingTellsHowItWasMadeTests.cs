namespace Akka.Flink.Architecture.Tests.Rules.Words;

public class NothingTellsHowItWasMadeTests : RuleTests<NothingTellsHowItWasMade>
{
    [Theory]
    [InlineData("src/A.cs", "class A { } // see /wor" + "k/main")]
    [InlineData("docs/a.md", "Fixes issue" + " #12.")]
    [InlineData("build.sh", "cd /hom" + "e/me/akka-flink")]
    public void Refuses_machine_paths_and_tickets(string path, string text) => Assert.Single(Check(path, text));

    [Fact]
    public void Accepts_what_speaks_of_the_product() =>
        Assert.Empty(Check("docs/a.md", "State lies under `.akka-flink`, see src/State/Tables."));
}
