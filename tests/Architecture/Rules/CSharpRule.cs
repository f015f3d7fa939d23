namespace Akka.Flink.Architecture.Tests.Rules;

using Akka.Flink.Architecture.Tests.Sources;

/// <summary>A rule that looks at one C# file at a time.</summary>
public abstract class CSharpRule : IRule
{
    public IEnumerable<Violation> Check(SourceTree tree) => tree.CSharp
        .Where(file => !file.IsGenerated && AppliesTo(file))
        .AsParallel().AsOrdered()
        .SelectMany(Check)
        .ToList();

    protected virtual bool AppliesTo(SourceFile file) => true;

    protected abstract IEnumerable<Violation> Check(SourceFile file);
}
