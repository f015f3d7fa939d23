namespace Akka.Flink.Benchmarks.Tests.Jobs;

using Akka.Flink.Jobs.Cli;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("nope", "There is no job 'nope'. There are: stateless, running, window, sliding, session, timers, join.")]
    [InlineData("--fast", "There is no option '--fast'. './build.sh bench --help' lists those that there are.")]
    [InlineData("results --fast", "Unrecognized command or argument '--fast'.")]
    [InlineData("-n many", "'many' is not a number from 1 to 9223372036854775807.")]
    [InlineData("-k 0", "'0' is not a number from 1 to 9223372036854775807.")]
    [InlineData("-p 1000", "'1000' is not a number from 1 to 64.")]
    [InlineData("--checkpoint 5", "'5' is not an interval of at least 10 ms: write a number and its unit, such as 100ms or 1s.")]
    [InlineData("window -n 11 -p 2", "11 events (-n) cannot be dealt out evenly to 2 subtasks (-p): choose a multiple.")]
    [InlineData(
        "--driver sync --checkpoint 1s",
        "The driver 'sync' takes no checkpoints by the clock: leave out '--checkpoint', or use '--driver actors'.")]
    public void What_is_not_understood_is_named(string line, string expected)
    {
        var parsed = CommandLine.Create().Parse(line.Split(' '));

        Assert.Equal([expected], CommandLine.ErrorsOf(parsed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("results --out page.md --note quiet")]
    [InlineData("window running -n 1_000_000 -k 1000,1000000 -p 1,2 --driver actors --checkpoint 1s --format json")]
    public void What_is_understood_gives_no_errors(string line)
    {
        var parsed = CommandLine.Create().Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Empty(CommandLine.ErrorsOf(parsed));
    }
}
