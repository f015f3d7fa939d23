namespace Akka.Flink.Architecture.Tests.Rules.Configuration;

using Akka.Flink.Architecture.Tests.Sources;
using Akka.Flink.Shared.Hocon;
using Akka.Flink.Shared.Repository;

public class ConfigurationPageTests
{
    private const string WriteVariable = "AKKA_FLINK_WRITE_DOCS";

    [Fact]
    public void The_page_of_the_configuration_is_current()
    {
        var page = ConfigurationPage.Write(ConfigurationKeys.Keys(SourceTree.Repository));
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
            File.WriteAllText(RepositoryRoot.At(ConfigurationPage.Path), page);

        Assert.True(
            page == File.ReadAllText(RepositoryRoot.At(ConfigurationPage.Path)),
            $"{ConfigurationPage.Path} does not say what hocon.conf says. Run ./build.sh docs and commit the page.");
    }

    [Fact]
    public void Writes_a_table_for_each_section()
    {
        var keys = HoconScanner.Scan("akka.flink {\n  # Where.\n  dir = x\n  rest {\n    # The port.\n    port = 8081\n  }\n}");

        var page = ConfigurationPage.Write(keys);

        Assert.Contains("## Node\n\n| Key | Default | Meaning |\n|---|---|---|\n| `akka.flink.dir` | `x` | Where. |\n", page,
            StringComparison.Ordinal);
        Assert.Contains("## `rest`\n\n| Key | Default | Meaning |\n|---|---|---|\n| `akka.flink.rest.port` | `8081` | The port. |\n", page,
            StringComparison.Ordinal);
    }
}
