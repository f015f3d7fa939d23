namespace Akka.Flink.Architecture.Tests.Rules.Words;

using Akka.Flink.Architecture.Tests.Sources;

/// <summary>The repository speaks of the product only: no machine's paths, no numbers of tickets.</summary>
public sealed class NothingTellsHowItWasMade : IRule
{
    // Put together, so that this file does not break its own rule.
    private static readonly string[] Words =
    [
        "/wor" + "k/", "/tmp" + "/w", "/hom" + "e/", "/roo" + "t/", @"C:\Use" + "rs", "issue" + " #", "issues" + "/1", "BRIEF" + ".md",
    ];

    public IEnumerable<Violation> Check(SourceTree tree) =>
        from file in tree.Files.AsParallel().AsOrdered()
        from word in Words
        where file.Text.Contains(word, StringComparison.OrdinalIgnoreCase)
        from line in file.Lines.Index()
        where line.Item.Contains(word, StringComparison.OrdinalIgnoreCase)
        select file.At(line.Index + 1, $"'{word}' in: {line.Item.Trim()}",
            "Say it without: a reader of the product has neither the machine nor the ticket.");
}
