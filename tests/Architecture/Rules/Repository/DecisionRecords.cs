namespace Akka.Flink.Architecture.Tests.Rules.Repository;

using System.Text.RegularExpressions;
using Akka.Flink.Architecture.Tests.Sources;

/// <summary>A decision record says what was at hand, what was decided and what follows, under a number of its own.</summary>
public sealed partial class DecisionRecords : IRule
{
    private const string Folder = "docs/decisions";

    private static readonly string[] Sections = ["Context", "Decision", "Consequences"];

    public IEnumerable<Violation> Check(SourceTree tree)
    {
        var records = tree.Files.Where(file => file.IsIn(Folder) && file.Extension == ".md" && file.Name != "README.md").ToList();
        return records.SelectMany(Check).Concat(records
            .GroupBy(record => record.Name[..Math.Min(4, record.Name.Length)])
            .SelectMany(same => same.Skip(1))
            .Select(record => record.At(1, "The number is taken.", "Take the next free one.")));
    }

    private static IEnumerable<Violation> Check(SourceFile record)
    {
        if (!FileName().IsMatch(record.Name))
            yield return record.At(1, $"'{record.Name}' is no name of a decision record.", "Call it NNNN-what-was-decided.md.");
        foreach (var section in Sections.Where(section => !record.Lines.Any(line => line.TrimEnd() == "## " + section)))
            yield return record.At(1, $"The section '{section}' is missing.", "Write Context, Decision and Consequences, on one page.");
    }

    [GeneratedRegex(@"^\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.md$")]
    private static partial Regex FileName();
}
