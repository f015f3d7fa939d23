namespace Akka.Flink.Architecture.Tests.Rules.Sizes;

using Akka.Flink.Architecture.Tests.Sources;

/// <summary>A file that needs more than one reading is more than one file.</summary>
public sealed class FileSize : CSharpRule
{
    private const int MaxLines = 500;

    protected override IEnumerable<Violation> Check(SourceFile file)
    {
        var lines = file.Text.TrimEnd().Split('\n').Length;
        if (lines > MaxLines)
            yield return file.At(MaxLines + 1, $"{lines} lines; {MaxLines} is the most.", "Split the type by aspect: Type.Aspect.cs.");
    }
}
