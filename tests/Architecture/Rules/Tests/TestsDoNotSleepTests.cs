namespace Akka.Flink.Architecture.Tests.Rules.Tests;

public class TestsDoNotSleepTests : RuleTests<TestsDoNotSleep>
{
    [Theory]
    [InlineData("void M() { Thread.Sleep(1); }", 1)]
    [InlineData("async Task M() { await Task.Delay(1); }", 1)]
    [InlineData("void M() { Task.Delay(1).Wait(); }", 1)]
    [InlineData("async Task WaitUntil() { await Task.Delay(1); }", 1)]
    [InlineData("async Task Runs() { while (x) await Task.Delay(1); }", 1)]
    [InlineData("async Task WaitUntil() { while (x) await Task.Delay(1); }", 0)]
    [InlineData("async Task IsStuck() { await Task.Delay(Timeout.Infinite); }", 0)]
    [InlineData("async Task M() { await Task.WhenAny(a, Task.Delay(1)); }", 0)]
    public void Refuses_to_wait_for_a_time(string method, int violations) =>
        Assert.Equal(violations, Check("tests/State/A.cs", $"class A {{ {method} }}").Count);
}
