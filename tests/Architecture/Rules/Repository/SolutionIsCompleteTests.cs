namespace Akka.Flink.Architecture.Tests.Rules.Repository;

public class SolutionIsCompleteTests : RuleTests<SolutionIsComplete>
{
    private const string Solution = """
        Project("{F}") = "State", "src\State\State.csproj", "{A}"
        EndProject
        Project("{F}") = "Gone", "src\Gone\Gone.csproj", "{B}"
        EndProject
        """;

    [Fact]
    public void Names_projects_that_are_missing_on_either_side()
    {
        var violations = Check(
            ("Akka.Flink.sln", Solution),
            ("src/State/State.csproj", "<Project />"),
            ("src/New/New.csproj", "<Project />"));

        Assert.Equal(["Akka.Flink.sln:3", "src/New/New.csproj:1"], violations.Select(violation => $"{violation.File}:{violation.Line}"));
    }
}
