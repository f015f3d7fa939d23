namespace Akka.Flink.Architecture.Tests.Rules.Calls;

public class HandlersAreNoQuestionsTests : RuleTests<HandlersAreNoQuestions>
{
    [Theory]
    [InlineData("Receive<int>(x => _known.Add(x));")]
    [InlineData("Receive<int>(x => _known.Remove(x));")]
    [InlineData("Receive<int>(x => _done.TrySetResult());")]
    [InlineData("Receive<int>(x => x > 3);")]
    [InlineData("Receive<int>(x => !_isOpen);")]
    [InlineData("Receive<int>(x => _isOpen = true);")]
    [InlineData("Receive<int>(x => _isOpen = (x is 3));")]
    [InlineData("Receive<int>(x => Knows(x));")]
    [InlineData("Receive<int>(Knows);")]
    [InlineData("Command<int>(x => Knows(x));")]
    [InlineData("Recover<int>(x => x == 1 ? Knows(x) : Knows(2));")]
    public void Names_handlers_that_answer(string handler) => Assert.Single(Check("src/A.cs", ActorWith(handler)));

    [Theory]
    [InlineData("Receive<int>(x => { _known.Add(x); });")]
    [InlineData("Receive<int>(x => { return Knows(x); });")]
    [InlineData("Receive<int>(x => Sender.Tell(x));")]
    [InlineData("Receive<int>(x => Take(x));")]
    [InlineData("Receive<int>(Take);")]
    [InlineData("Receive<int>(x => Knows(x), x => Take(x));")]   // the first one asks
    [InlineData("Receive<int>(x => _last = x);")]
    public void Accepts_handlers_that_do_not_and_blocks(string handler) => Assert.Empty(Check("src/A.cs", ActorWith(handler)));

    private static string ActorWith(string handler) =>
        $"class A {{ A() {{ {handler} }} bool Knows(int x) => true; void Take(int x) {{ }} }} class B {{ bool Take(int x) => true; }}";
}
