namespace Akka.Flink.Architecture.Tests.Rules;

using Akka.Flink.Architecture.Tests.Sources;
using Akka.Flink.Shared;

/// <summary>Each rule is held against the repository, and by its own tests against bad samples.</summary>
public abstract class RuleTests<TRule>
    where TRule : IRule, new()
{
    [Fact]
    public void Holds_in_the_repository() => Expect.Nothing(new TRule().Check(SourceTree.Repository));

    /// <summary>The violations in one sample file.</summary>
    protected static IReadOnlyList<Violation> Check(string path, string text) => Check((path, text));

    /// <summary>The violations in a tree of samples.</summary>
    protected static IReadOnlyList<Violation> Check(params IEnumerable<(string Path, string Text)> samples) =>
        [.. new TRule().Check(new SourceTree(samples.Select(sample => new SourceFile(sample.Path, sample.Text))))];
}
