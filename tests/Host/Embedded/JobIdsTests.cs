namespace Akka.Flink.Host.Tests.Embedded;

using Akka.Flink.Host.Embedded;

public class JobIdsTests
{
    [Fact]
    public void The_same_command_has_the_same_id() => Assert.Equal(
        JobIds.Of(null, "Access log", "AccessLog", ["--input", "a"]), JobIds.Of(null, "Access log", "AccessLog", ["--input", "a"]));

    [Theory]
    [InlineData("Other", "AccessLog", "a")]
    [InlineData("Access log", "Other", "a")]
    [InlineData("Access log", "AccessLog", "b")]
    public void Another_name_program_or_argument_has_another(string name, string program, string argument) =>
        Assert.NotEqual(JobIds.Of(null, "Access log", "AccessLog", ["a"]), JobIds.Of(null, name, program, [argument]));

    [Fact]
    public void Arguments_are_not_joined() =>
        Assert.NotEqual(JobIds.Of(null, "a", "b", ["x", "y"]), JobIds.Of(null, "a", "b", ["xy"]));

    [Fact]
    public void A_configured_id_is_taken_as_it_is() => Assert.Equal("mine-1", JobIds.Of("mine-1", "a", "b", []).Value);

    [Theory]
    [InlineData("Clicks & Pages (v2)", "clicks-pages-v2-")]
    [InlineData("日本", "job-")]
    [InlineData("a very long name that goes on and on and on and on and on and on", "a-very-long-name-that-goes-on-and-on-and-on-and-")]
    public void Ids_are_readable_and_short(string name, string beginning)
    {
        var id = JobIds.Of(null, name, "p", []).Value;

        Assert.StartsWith(beginning, id, StringComparison.Ordinal);
        Assert.Matches("^[a-z0-9-]{1,64}$", id);
    }
}
