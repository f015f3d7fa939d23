namespace Akka.Flink.Operators.Tests.Functions;

using Akka.Flink.State;

public class ParameterToolTests
{
    [Fact]
    public void Reads_names_values_and_switches()
    {
        var parameters = ParameterTool.FromArgs(["--input", "a.log", "--rate", "-5", "--dry"]);

        Assert.Equal("a.log", parameters.GetRequired("input"));
        Assert.Equal(-5, parameters.GetLong("rate", 1));
        Assert.True(parameters.Has("dry"));
        Assert.Equal("x", parameters.Get("missing", "x"));
    }

    [Fact]
    public void Leaves_out_what_the_engine_understands()
    {
        var parameters = ParameterTool.FromArgs(
            ["-D", "a=b", "--input", "x", "-Dc=d", "--restart", "-c", "f.conf", "--parallelism", "3"]);

        parameters.Allow("input");
        Assert.Equal("x", parameters.GetRequired("input"));
    }

    [Theory]
    [InlineData("'x' has no name in front of it", "x")]
    [InlineData("'--input' is missing", "--input")]
    [InlineData("'--input' is missing", "--other", "y")]
    public void Refuses_what_makes_no_sense(string message, params string[] args)
    {
        var refused = Assert.Throws<JobException>(() => ParameterTool.FromArgs(args).GetRequired("input"));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorDomain.Definition, refused.Domain);
    }

    [Fact]
    public void Refuses_unknown_names() => Assert.Contains(
        "no argument '--inptu'. It has '--input'.",
        Assert.Throws<JobException>(() => ParameterTool.FromArgs(["--inptu", "x"]).Allow("input")).Message, StringComparison.Ordinal);
}
