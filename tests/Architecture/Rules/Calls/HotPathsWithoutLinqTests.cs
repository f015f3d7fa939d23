namespace Akka.Flink.Architecture.Tests.Rules.Calls;

public class HotPathsWithoutLinqTests : RuleTests<HotPathsWithoutLinq>
{
    [Theory]
    [InlineData("using System.Linq;")]
    [InlineData("class A { object M(int[] x) => x.Where(y => y > 0); }")]
    [InlineData("class A { object M(int[] x) => from y in x select y; }")]
    public void Refuses_linq_on_a_hot_path(string code)
    {
        Assert.Single(Check((HotPathsWithoutLinq.List, "src/State/Tables  # probes"), ("src/State/Tables/A.cs", code)));
        Assert.Single(Check((HotPathsWithoutLinq.List, "src/State/Tables/A.cs"), ("src/State/Tables/A.cs", code)));
    }

    [Fact]
    public void Leaves_other_paths_alone() => Assert.Empty(Check(
        (HotPathsWithoutLinq.List, "src/State/Tables"),
        ("src/State/Tables/B.cs", "class B { }"),
        ("src/State/A.cs", "using System.Linq;")));

    [Fact]
    public void Names_a_path_that_is_gone() => Assert.Single(Check(HotPathsWithoutLinq.List, "src/State/Gone"));
}
