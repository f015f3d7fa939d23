namespace Akka.Flink.Architecture.Tests.Rules.Sizes;

using Akka.Flink.Architecture.Tests.Sources;

/// <summary>Lines fit beside a second window.</summary>
public sealed class LineLength : CSharpRule
{
    private const int MaxCharacters = 140;

    protected override IEnumerable<Violation> Check(SourceFile file) =>
        from line in file.Lines.Index()
        let length = line.Item.TrimEnd('\r').Length
        where length > MaxCharacters
        select file.At(line.Index + 1, $"{length} characters; {MaxCharacters} is the most.", "Break the line.");
}
