namespace Akka.Flink.Architecture.Tests.Rules.Configuration;

using System.Text;
using Akka.Flink.Shared.Hocon;

/// <summary>Writes <c>docs/configuration.md</c> from <c>hocon.conf</c>.</summary>
internal static class ConfigurationPage
{
    public const string Path = "docs/configuration.md";

    private const string Head = """
        # Configuration

        Generated from [hocon.conf](../hocon.conf) by `./build.sh docs`; a test fails when it is not current.

        What is set in one place wins over what is set in those above it:

        | Where | How |
        |---|---|
        | shipped defaults | the tables below |
        | the program | `env.SetParallelism(4)`, `env.EnableCheckpointing(...)` |
        | files | `hocon.conf` of the working folder, then files named by `-c`, in order |
        | environment | `AKKA_FLINK__EXECUTION__CHECKPOINTING__INTERVAL=1s`: `__` is a dot, `_` a dash, in any case |
        | command line | `-D execution.checkpointing.interval=1s`, with or without `akka.flink.` in front |

        A value of a file that equals the shipped default leaves to the program what it says, so a copy of `hocon.conf` changes nothing.

        An unknown key below `akka.flink` is an error that names the nearest known one; a wrong value is an error that names what is
        accepted. Both end the process with exit code 2 before anything starts. Keys of Akka itself (`akka.actor...`) may stand in the
        same files. Durations: `500 ms`, `10 s`, `3 min`, `1 h`, `7 d`. Sizes: `64 KiB`, `8 MiB`.
        """;

    public static string Write(IReadOnlyList<HoconEntry> keys)
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n")).Append('\n');
        foreach (var section in keys.GroupBy(key => key.Path.Count > 3 ? key.Path[2] : ""))
        {
            page.Append('\n').Append("## ").Append(section.Key.Length == 0 ? "Node" : $"`{section.Key}`").Append("\n\n");
            page.Append("| Key | Default | Meaning |\n|---|---|---|\n");
            foreach (var key in section)
                page.Append($"| `{key.Key}` | {Default(key.Value)} | {key.Comment.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }

        return page.ToString();
    }

    private static string Default(string value) => value is "\"\"" ? "empty" : $"`{value}`";
}
