namespace Akka.Flink.Architecture.Tests.Rules.Sizes;

public class NestingDepthTests : RuleTests<NestingDepth>
{
    [Theory]
    [InlineData("for (;;) { if (a) { while (b) { try { } finally { } } } }", 1)]
    [InlineData("foreach (var x in y) { lock (x) { switch (x) { case 1: if (a) { } break; } } }", 1)]
    [InlineData("for (;;) { if (a) { while (b) { } } }", 0)]
    [InlineData("if (a) { } else if (b) { } else if (c) { } else if (d) { for (;;) { } }", 0)]
    [InlineData("for (;;) { if (a) { while (b) { f(); } } void f() { if (c) { } } }", 0)]
    public void Counts_control_flow(string body, int violations) =>
        Assert.Equal(violations, Check("src/State/A.cs", $"class A {{ void M() {{ {body} }} }}").Count);
}
