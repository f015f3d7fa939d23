namespace Akka.Flink.Architecture.Tests.Rules.Errors;

using Akka.Flink.Architecture.Tests.Sources;

/// <summary>Every error of the product has a row in the list of errors: what it says, what it means and what to do.</summary>
public sealed class ErrorsAreDocumented : IRule
{
    private const string Page = "docs/errors.md";
    private const int Cells = 5;

    public IEnumerable<Violation> Check(SourceTree tree)
    {
        var factories = ErrorFactory.In(tree).ToList();
        if (tree.Find(Page) is not { } page)
        {
            return factories.Select(factory => factory.File.At(
                factory.Method, $"'{factory.Name}' is documented nowhere.", $"Write {Page} with the row: {factory.Row}"));
        }

        var rows = page.Lines.Select((text, index) => (Text: text, Line: index + 1))
            .Where(line => line.Text.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => (Line: line.Line, Cells: CellsOf(line.Text)))
            .ToList();
        return factories.SelectMany(factory => Missing(factory, rows.Where(row => NameOf(row.Cells) == factory.Name).ToList()))
            .Concat(rows.SelectMany(row => Check(page, row.Line, row.Cells, factories)));
    }

    private static IEnumerable<Violation> Missing(ErrorFactory factory, List<(int Line, string[] Cells)> rows)
    {
        if (!rows.Any(row => row.Cells.Length == Cells && row.Cells[1] == factory.Domain && row.Cells[2] == factory.Message))
        {
            yield return factory.File.At(
                factory.Method, $"'{factory.Name}' is not in {Page} as it is.", $"Write there, with meaning and advice: {factory.Row}");
        }
    }

    private static IEnumerable<Violation> Check(SourceFile page, int line, string[] cells, List<ErrorFactory> factories)
    {
        if (!factories.Any(factory => factory.Name == NameOf(cells)))
            yield return page.At(line, $"There is no error '{NameOf(cells)}'.", "Take its row out.");
        else if (cells.Length != Cells || cells.Any(cell => cell.Trim('.').Length == 0))
            yield return page.At(line, $"The row of '{NameOf(cells)}' is not whole.", "Name, domain, message, meaning, what to do.");
    }

    private static string NameOf(string[] cells) => cells[0].Trim('`');

    private static string[] CellsOf(string row) =>
        [.. row.Replace("\\|", "\0", StringComparison.Ordinal).Trim().Trim('|').Split('|')
            .Select(cell => cell.Replace("\0", "\\|", StringComparison.Ordinal).Trim())];
}
