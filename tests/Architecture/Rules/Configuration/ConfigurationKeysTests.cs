namespace Akka.Flink.Architecture.Tests.Rules.Configuration;

using Akka.Flink.Architecture.Tests.Sources;
using Xunit.Abstractions;

public class ConfigurationKeysTests(ITestOutputHelper output) : RuleTests<ConfigurationKeys>
{
    private const string Settings = """
        class RestSettings
        {
            int Port(Config config) => config.GetConfig("akka.flink.rest").GetInt("port");
        }
        """;

    [Fact]
    public void Says_how_many_keys_it_checks()
    {
        var keys = ConfigurationKeys.Keys(SourceTree.Repository);

        output.WriteLine(SourceTree.Repository.Has(ConfigurationKeys.Defaults)
            ? $"{keys.Count} keys of {ConfigurationKeys.Defaults} checked."
            : $"There is no {ConfigurationKeys.Defaults} yet: nothing to check.");
    }

    [Theory]
    [InlineData("akka.flink.rest.port = 8081", "'akka.flink.rest.port' has no comment.")]
    [InlineData("# The port.\nakka.flink.rest.port = 8081\n# The host.\nakka.flink.rest.host = a", "Nothing reads 'akka.flink.rest.host'.")]
    [InlineData("# The port.\nakka.flink.rest.port = 8081", "docs/configuration.md does not name 'akka.flink.rest.port'.")]
    [InlineData("# The port.\nakka.flink.web.port = 8081", "'akka.flink.rest' is not in hocon.conf.")]
    public void Refuses_a_key_without_comment_reader_or_entry(string hocon, string what) => Assert.Contains(
        Check((ConfigurationKeys.Defaults, hocon), ("src/Host/RestSettings.cs", Settings), ("docs/configuration.md", "")),
        violation => violation.What == what);

    [Fact]
    public void Refuses_an_error_that_names_an_unknown_key() => Assert.Single(Check(
        (ConfigurationKeys.Defaults, "# The port.\nakka.flink.rest.port = 8081"),
        ("src/Host/RestSettings.cs", Settings),
        ("src/Host/RestErrors.cs", "class RestErrors { string E(int p) => $\"Port {p} is taken: set 'akka.flink.rest.prot'.\"; }")));

    [Fact]
    public void Accepts_a_key_that_is_explained_and_read() => Assert.Empty(Check(
        (ConfigurationKeys.Defaults, "akka.flink {\n  rest {\n    # The port.\n    port = 8081\n  }\n}"),
        ("src/Host/RestSettings.cs", Settings)));
}
