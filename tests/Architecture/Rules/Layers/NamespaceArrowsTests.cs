namespace Akka.Flink.Architecture.Tests.Rules.Layers;

public class NamespaceArrowsTests : RuleTests<NamespaceArrows>
{
    [Theory]
    [InlineData("src/State/A.cs", "using Akka.Actor;")]
    [InlineData("src/Operators/A.cs", "using static Akka.Actor.Props;")]
    [InlineData("src/Cep/A.cs", "class A { Akka.Actor.IActorRef _ref; }")]
    [InlineData("src/Sql/A.cs", "class A { object M() => global::Akka.Actor.Props.Create(1); }")]
    [InlineData("src/State/A.cs", "using Akka.Flink.Operators.Streams;")]
    [InlineData("src/Connectors/Kafka/A.cs", "using Akka.Flink.Connectors.Files;")]
    [InlineData("src/Runtime/A.cs", "using Akka.Flink.Host;")]
    public void Refuses_a_name_from_above(string path, string code) =>
        Assert.Single(Check(path, $"namespace Akka.Flink.Sample;{Environment.NewLine}{code}"));

    [Theory]
    [InlineData("src/Runtime/A.cs", "using Akka.Actor;")]
    [InlineData("src/Sql/A.cs", "using Akka.Flink.Cep.Pattern;")]
    [InlineData("src/Connectors/Kafka/A.cs", "using Akka.Flink.Formats;")]
    [InlineData("src/Connectors/Kafka/A.cs", "using Akka.Flink.Connectors.Kafka.Splits;")]
    [InlineData("tests/State/A.cs", "using Akka.Flink.Host;")]
    public void Accepts_a_name_from_below(string path, string code) =>
        Assert.Empty(Check(path, $"namespace Akka.Flink.Sample;{Environment.NewLine}{code}"));

    [Fact]
    public void Accepts_the_namespace_that_a_connector_declares() =>
        Assert.Empty(Check("src/Connectors/Files/A.cs", "namespace Akka.Flink.Connectors.Files;"));
}
