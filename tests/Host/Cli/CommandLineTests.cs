namespace Akka.Flink.Host.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("akka-flink-cli-");

    [Theory]
    [InlineData("There is no sample 'CountWithTimout'. Did you mean 'CountWithTimeout'?", "run", "CountWithTimout")]
    [InlineData("The assembly 'nothing.dll' is not there.", "run", "nothing.dll")]
    [InlineData("There is no option '--restrat'.", "run", "--restrat")]
    [InlineData("Unrecognized command or argument '--input'", "run", "CountWithTimeout", "--input", "x")]
    [InlineData("There is no class 'Nowhere' with a static Main in 'CountWithTimeout'. There are Program.", "run", "CountWithTimeout",
        "--class", "Nowhere")]
    [InlineData("There is no key 'akka.flink.paralelism.default' (command line).", "run", "CountWithTimeout", "-D", "paralelism.default=2")]
    [InlineData("'akka.flink.parallelism.default' is 'many' (command line). Set it to a whole number", "run", "CountWithTimeout", "-D",
        "parallelism.default=many")]
    [InlineData("The configuration file 'none.conf' is not there.", "run", "CountWithTimeout", "-c", "none.conf")]
    public async Task Refuses_what_makes_no_sense_with_exit_code_2(string message, params string[] args)
    {
        var result = await CommandLineTool.RunAsync(_folder.FullName, args);

        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_wrong_value_of_the_working_folders_file()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "hocon.conf"), "akka.flink.log.level = loud");

        var result = await CommandLineTool.RunAsync(_folder.FullName, "run", "CountWithTimeout");

        Assert.Contains("'akka.flink.log.level' is 'loud' (file hocon.conf).", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
    }

    [Fact]
    public async Task Runs_a_sample()
    {
        var result = await CommandLineTool.RunAsync(_folder.FullName, "run", "CountWithTimeout");

        Assert.Equal(["(b, 1)", "(a, 3)"], result.Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Says_its_version()
    {
        var result = await CommandLineTool.RunAsync(_folder.FullName, "--version");

        Assert.StartsWith("0.1.0", result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
