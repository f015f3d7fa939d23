namespace Akka.Flink.Architecture.Tests.Rules.Layers;

public class ProviderIsInvisibleTests : RuleTests<ProviderIsInvisible>
{
    [Fact]
    public void Refuses_conditional_compilation() => Assert.Single(Check("src/Host/A.cs", "#if BUNDLED\n#endif\nclass A;"));

    [Fact]
    public void Refuses_code_that_names_the_provider() =>
        Assert.Single(Check("tests/Host/A.cs", "class A { string P = \"AkkaProvider\"; }"));

    [Fact]
    public void Refuses_a_project_that_asks_for_the_provider() =>
        Assert.Equal(2, Assert.Single(Check("src/Host/Host.csproj",
            "<Project>\n<ItemGroup Condition=\"'$(AkkaProvider)' == 'bundled'\" />\n</Project>")).Line);

    [Fact]
    public void Leaves_the_build_alone() => Assert.Empty(Check("eng/AkkaProvider.props", "<Project><AkkaProvider /></Project>"));
}
