namespace Akka.Flink.Architecture.Tests.Rules.Messages;

public class SealedMessagesTests : RuleTests<SealedMessages>
{
    [Theory]
    [InlineData("static class JobProtocol { public record Start(int Id); }")]
    [InlineData("static class JobProtocol { public sealed class Start { } }")]
    [InlineData("class Frame : IWireMessage { }")]
    [InlineData("record Frame(int Id) : Wire.IWireMessage;")]
    public void Refuses_a_message_that_is_open(string code) => Assert.Single(Check("src/Runtime/A.cs", code));

    [Theory]
    [InlineData("static class JobProtocol { public interface ICommand : IWireMessage; public sealed record Start(int Id) : ICommand; }")]
    [InlineData("static class JobProtocol { public readonly record struct JobId(int Value); public enum Phase { One } }")]
    [InlineData("sealed class Frame : IWireMessage { }")]
    public void Accepts_sealed_records_values_and_interfaces(string code) => Assert.Empty(Check("src/Runtime/A.cs", code));
}
