namespace Akka.Flink.Architecture.Tests.Rules.Sizes;

public class NoRegionsTests : RuleTests<NoRegions>
{
    private const string Code = "class A\n{\n#region Fields\n#endregion\n}";

    [Fact]
    public void Refuses_a_region() => Assert.Equal(3, Assert.Single(Check("akka/Akka/A.cs", Code)).Line);

    [Fact]
    public void Allows_the_regions_that_the_documentation_includes() => Assert.Empty(Check("samples/Docs/A.cs", Code));
}
