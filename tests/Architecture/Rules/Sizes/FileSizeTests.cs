namespace Akka.Flink.Architecture.Tests.Rules.Sizes;

public class FileSizeTests : RuleTests<FileSize>
{
    [Fact]
    public void Refuses_a_file_of_more_than_500_lines()
    {
        Assert.Single(Check("src/State/A.cs", string.Concat(Enumerable.Repeat("//\n", 501))));
        Assert.Empty(Check("src/State/A.cs", string.Concat(Enumerable.Repeat("//\n", 500))));
    }

    [Fact]
    public void Leaves_generated_code_and_configuration_alone()
    {
        Assert.Empty(Check("src/State/A.g.cs", string.Concat(Enumerable.Repeat("//\n", 501))));
        Assert.Empty(Check("akka/Akka/Configuration/akka.conf", string.Concat(Enumerable.Repeat("#\n", 501))));
    }
}
