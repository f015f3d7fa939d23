namespace Akka.Flink.Architecture.Tests.Rules.Calls;

using System.Text.RegularExpressions;
using Akka.Flink.Architecture.Tests.Sources;

/// <summary>The list of the banned-symbols analyzer is there, can be read by it, and says of each symbol what to use instead.</summary>
public sealed partial class BannedSymbols : IRule
{
    public const string List = "eng/BannedSymbols.txt";

    private static readonly string[] Required =
    [
        "M:System.Threading.Thread.Sleep(System.Int32)",
        "P:System.DateTime.Now",
        "P:System.DateTime.UtcNow",
        "M:System.Environment.Exit(System.Int32)",
        "M:System.GC.Collect",
    ];

    public IEnumerable<Violation> Check(SourceTree tree)
    {
        var lists = tree.Files.Where(file => file.IsIn("eng") && file.Name.StartsWith("BannedSymbols", StringComparison.Ordinal)).ToList();
        var common = lists.FirstOrDefault(file => file.Path == List);
        return Required
            .Where(symbol => common?.Text.Contains(symbol + ";", StringComparison.Ordinal) != true)
            .Select(symbol => new Violation(List, 1, $"{symbol} is not banned.",
                "Put it back: eng/Source.props gives this list to every project of src."))
            .Concat(lists.SelectMany(WithoutReason));
    }

    private static IEnumerable<Violation> WithoutReason(SourceFile list) =>
        from line in list.Lines.Index()
        where line.Item.Trim().Length > 0 && !Entry().IsMatch(line.Item)
        select list.At(line.Index + 1, $"'{line.Item}' is no entry of the analyzer.", "Write <kind>:<full name>;<what to use instead>.");

    [GeneratedRegex(@"^([TMPFEN]:[\w.`~()\[\],{}]+;.{10,}|//.*)$")]
    private static partial Regex Entry();
}
