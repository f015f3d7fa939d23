namespace Akka.Flink.Architecture.Tests.Rules.Layers;

public class ProjectArrowsTests : RuleTests<ProjectArrows>
{
    [Theory]
    [InlineData("src/State/State.csproj", "<ProjectReference Include=\"../Operators/Operators.csproj\" />")]
    [InlineData("src/Cep/Cep.csproj", "<ProjectReference Include=\"../Sql/Sql.csproj\" />")]
    [InlineData("src/Runtime/Runtime.csproj", "<ProjectReference Include=\"../Host/Host.csproj\" />")]
    [InlineData("src/Connectors/Kafka/Kafka.csproj", "<ProjectReference Include=\"../Files/Files.csproj\" />")]
    [InlineData("src/Connectors/Kafka/Kafka.csproj", "<ProjectReference Include=\"../../Runtime/Runtime.csproj\" />")]
    [InlineData("src/Host/Host.csproj", "<ProjectReference Include=\"../../tests/Cluster/Cluster.csproj\" />")]
    [InlineData("src/Runtime/Runtime.csproj", "<ProjectReference Include=\"$(RepositoryRoot)akka/Akka/Akka.csproj\" />")]
    [InlineData("tests/AkkaContract/AkkaContract.csproj", "<ProjectReference Include=\"../../akka/Akka/Akka.csproj\" />")]
    [InlineData("src/Operators/Operators.csproj", "<AkkaReference Include=\"Akka\" />")]
    public void Refuses_an_arrow_that_points_back(string project, string reference) =>
        Assert.Single(Check(project, $"<Project><ItemGroup>{reference}</ItemGroup></Project>"));

    [Theory]
    [InlineData("src/Sql/Sql.csproj", "<ProjectReference Include=\"../Cep/Cep.csproj\" />")]
    [InlineData("src/Connectors/Kafka/Kafka.csproj", "<ProjectReference Include=\"../Formats/Formats.csproj\" />")]
    [InlineData("src/Host/Host.csproj", "<ProjectReference Include=\"../Connectors/Kafka/Kafka.csproj\" />")]
    [InlineData("src/Runtime/Runtime.csproj", "<AkkaReference Include=\"Akka.Persistence\" />")]
    [InlineData("tests/AkkaApi/AkkaApi.csproj", "<ProjectReference Include=\"../../akka/*/*.csproj\" />")]
    public void Accepts_an_arrow_that_points_down(string project, string reference) =>
        Assert.Empty(Check(project, $"<Project><ItemGroup>{reference}</ItemGroup></Project>"));
}
