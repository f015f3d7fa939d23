namespace Akka.Flink.Architecture.Tests.Rules.Repository;

public class LinksResolveTests : RuleTests<LinksResolve>
{
    [Theory]
    [InlineData("[a](gone.md)", 1)]
    [InlineData("[a](../README.md#start) and [b](../../gone)", 1)]
    [InlineData("[a](b.md) [c](../docs/b.md#part) [d](..) [e](https://example.org/x) [f](#here)", 0)]
    [InlineData("`[a](gone.md)`", 0)]
    [InlineData("```\n[a](gone.md)\n```", 0)]
    public void Follows_relative_links(string text, int violations) =>
        Assert.Equal(violations, Check(("docs/a.md", text), ("docs/b.md", ""), ("README.md", "")).Count);
}
