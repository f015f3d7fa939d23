namespace Akka.Flink.Jobs.Cli;

using System.CommandLine;
using Akka.Flink.Jobs.Results;

/// <summary>The verb <c>results</c>.</summary>
internal static class ResultsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var output = Options.Location("--out", "FILE", "The page.", Path.Combine("benchmarks", "RESULTS.md"));
        var note = new Option<string?>("--note") { Description = "A remark on how the figures were taken.", HelpName = "TEXT" };
        var provider = new Option<string?>("--provider") { Description = "Which Akka.NET this was built on.", HelpName = "NAME" };
        var results = new Command("results", "Takes all figures and writes the page that holds them.") { output, note, provider };
        results.SetAction(parsed =>
            ResultsPage.Write(parsed.GetValue(output)!, parsed.GetValue(provider), parsed.GetValue(note)) ? 0 : 1);
        return results;
    }
}
