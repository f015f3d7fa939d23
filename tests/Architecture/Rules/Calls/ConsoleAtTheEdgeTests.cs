namespace Akka.Flink.Architecture.Tests.Rules.Calls;

public class ConsoleAtTheEdgeTests : RuleTests<ConsoleAtTheEdge>
{
    private const string Code = "class A { void M() => Console.WriteLine(1); }";

    [Fact]
    public void Refuses_the_console_inside_the_product() => Assert.Single(Check("src/Operators/A.cs", Code));

    [Theory]
    [InlineData("src/Host/Cli/A.cs")]
    [InlineData("src/Connectors/Print/PrintSink.cs")]
    [InlineData("src/Operators/Sinks/PrintSink.cs")]
    [InlineData("samples/A.cs")]
    public void Allows_it_at_the_edge(string path) => Assert.Empty(Check(path, Code));
}
