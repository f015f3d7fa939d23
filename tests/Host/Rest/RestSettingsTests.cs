namespace Akka.Flink.Host.Tests.Rest;

using System.Net;
using Akka.Flink.Host.Rest;
using Akka.Flink.Runtime;

public class RestSettingsTests
{
    [Fact]
    public void Listens_for_this_host_alone_unless_told_otherwise()
    {
        var settings = Read();

        Assert.Equal(IPAddress.Loopback, settings.BindAddress);
        Assert.Equal((8081, 8099), (settings.FirstPort, settings.LastPort));
        Assert.Null(settings.Token);
    }

    [Theory]
    [InlineData("9000", 9000, 9000)]
    [InlineData("0", 0, 0)]
    [InlineData("9000 - 9010", 9000, 9010)]
    public void Takes_a_port_or_a_range(string text, int first, int last)
    {
        var settings = Read($"rest.port={text}");

        Assert.Equal((first, last), (settings.FirstPort, settings.LastPort));
    }

    [Theory]
    [InlineData("rest.port=9010-9000")]
    [InlineData("rest.port=0-5")]
    [InlineData("rest.port=65536")]
    [InlineData("rest.port=http")]
    [InlineData("rest.bind-address=my-host")]
    [InlineData("rest.token=short")]
    public void Refuses_what_makes_no_sense(string assignment)
    {
        var refused = Assert.Throws<SettingsException>(() => Read(assignment));

        Assert.Contains($"'akka.flink.{assignment.Split('=')[0]}' is ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("'short'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rest.tls.certificate", "rest.token=0123456789abcdef")]
    [InlineData("rest.token", "rest.tls.certificate=node.pem")]
    public void Refuses_other_addresses_without_certificate_and_token(string missing, string given)
    {
        var refused = Assert.Throws<SettingsException>(() => Read("rest.bind-address=0.0.0.0", given));

        Assert.Contains($"'akka.flink.{missing}' is ''", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Whoever reaches the REST API can run programs here", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_other_addresses_with_certificate_and_token() => Assert.True(
        Read("rest.bind-address=0.0.0.0", "rest.tls.certificate=node.pem", "rest.token=0123456789abcdef").IsSecure);

    private static RestSettings Read(params string[] assignments)
    {
        var reader = new SettingsReader(FlinkConfiguration.Load([], [], assignments));
        var settings = RestSettings.From(reader);
        reader.ThrowIfWrong();
        return settings;
    }
}
