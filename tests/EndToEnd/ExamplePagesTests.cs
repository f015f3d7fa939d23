namespace Akka.Flink.EndToEnd.Tests;

using System.Text.RegularExpressions;
using Akka.Flink.EndToEnd.Tests.Support;
using Akka.Flink.Shared.Repository;

/// <summary>The code of docs/operators is that of samples/Docs, and prints what the pages say.</summary>
public sealed partial class ExamplePagesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_code_of_the_pages_is_that_of_the_sample()
    {
        var regions = Directory.GetFiles(RepositoryRoot.At("samples", "Docs"), "*.cs")
            .SelectMany(file => Region().Matches(File.ReadAllText(file)))
            .ToDictionary(region => region.Groups[1].Value, region => Unindented(region.Groups[2].Value));
        var shown = Blocks("code");

        foreach (var (name, text) in shown)
            Assert.Equal(regions[name], text);
        Assert.Equal(regions.Keys.Order(), shown.Keys.Order());
    }

    [Fact]
    public async Task The_examples_print_what_the_pages_say()
    {
        var result = await Engine.RunAsync(_folder.Path, "run", "Docs");

        Assert.Equal(0, result.ExitCode);
        var printed = Printed(result.Output);
        var promised = Blocks("prints");
        foreach (var (name, text) in promised)
            Assert.Equal(text.Split('\n').Order(), printed[name].Order());   // streams of several sources interleave as they like
        Assert.Equal(printed.Keys.Order(), promised.Keys.Order());
    }

    public void Dispose() => _folder.Dispose();

    private static Dictionary<string, List<string>> Printed(string output)
    {
        var printed = new Dictionary<string, List<string>>();
        List<string> current = [];
        foreach (var line in output.TrimEnd().Split('\n'))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                printed.Add(line[2..], current = []);
            else
                current.Add(line);
        }

        return printed;
    }

    private static Dictionary<string, string> Blocks(string kind) => Directory
        .GetFiles(RepositoryRoot.At("docs", "operators"), "*.md")
        .SelectMany(file => Block().Matches(File.ReadAllText(file)))
        .Where(block => block.Groups[1].Value == kind)
        .ToDictionary(block => block.Groups[2].Value, block => block.Groups[3].Value);

    private static string Unindented(string text)
    {
        var lines = text.Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : ""));
    }

    [GeneratedRegex(@"^ *#region (\S+)\n(.*?)\n *#endregion", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Region();

    [GeneratedRegex(@"<!-- (code|prints): (\S+) -->\n```\w+\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
