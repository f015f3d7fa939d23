namespace Akka.Flink.Architecture.Tests.Rules.Calls;

public class ActorsDoNotBlockTests : RuleTests<ActorsDoNotBlock>
{
    [Theory]
    [InlineData("var x = task.Result;")]
    [InlineData("task.Wait();")]
    [InlineData("task.GetAwaiter().GetResult();")]
    [InlineData("Thread.Sleep(1);")]
    [InlineData("lock (this) { }")]
    [InlineData("File.ReadAllText(path);")]
    [InlineData("var s = new Socket(a, b, c);")]
    public void Refuses_an_actor_that_waits(string statement) =>
        Assert.Single(Check("src/Runtime/A.cs", $"class A : ReceiveActor {{ void M() {{ {statement} }} }}"));

    [Fact]
    public void Knows_the_other_parts_of_an_actor() => Assert.Single(Check(
        ("src/Runtime/A.cs", "partial class A : Akka.Actor.UntypedActor { }"),
        ("src/Runtime/A.Log.cs", "partial class A { void M() { lock (this) { } } }")));

    [Fact]
    public void Looks_at_actors_only() => Assert.Empty(Check("src/Runtime/A.cs", "class A { void M() { lock (this) { } } }"));
}
