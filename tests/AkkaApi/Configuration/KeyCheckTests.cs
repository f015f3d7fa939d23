namespace Akka.Flink.AkkaApi.Tests.Configuration;

using Akka.Flink.Shared.Hocon;

public class KeyCheckTests
{
    private static readonly OfficialKeys Keys = OfficialKeys.Parse(
    [
        "akka.loglevel = \"INFO\"",
        "akka.actor.default-dispatcher.throughput = 30",
        "akka.actor.default-dispatcher.type = \"Dispatcher\"",
        "akka.actor.serialization-bindings.\"System.Object\" = json",
        "akka.actor.inbox.inbox-size = 1000,",
        "akka.daemonic = off",
        "akka.work.base.buffer = 5 s",
        "akka.work.copy = ${akka.work.base}",
    ]);

    [Theory]
    [InlineData("akka.loglevel = DEBUG")]
    [InlineData("akka { actor.default-dispatcher { throughput = 1 } }")]
    [InlineData("akka.actor.my-dispatcher { type = PinnedDispatcher, throughput = 5 }")]
    [InlineData("akka.actor.serialization-bindings { \"My.Type, My.Assembly\" = mine }")]
    [InlineData("akka.work.copy.buffer = 6 s")]
    [InlineData("akka.actor { my-dispatcher { } }")]
    [InlineData("akka.flink.anything = 1")]
    [InlineData("my-own.key = 1")]
    public void Knows_listed_keys_references_and_sections_that_users_name(string hocon) => Assert.Empty(Unknown("a.conf", hocon));

    [Theory]
    [InlineData("akka.log-level = DEBUG", "akka.log-level")]
    [InlineData("akka { actor.default-dispatcher { through-put = 1 } }", "akka.actor.default-dispatcher.through-put")]
    [InlineData("akka.actor.my-dispatcher { typ = PinnedDispatcher }", "akka.actor.my-dispatcher.typ")]
    [InlineData("akka.work.copy.puffer = 6 s", "akka.work.copy.puffer")]
    public void Finds_an_unknown_key_in_a_configuration_file(string hocon, string key) =>
        Assert.Contains($"a.conf:1: Akka has no key '{key}'", Assert.Single(Unknown("a.conf", hocon)));

    [Fact]
    public void Finds_unknown_keys_in_string_literals()
    {
        const string Code = """"
            class A
            {
                const string Read = "akka.daemonics";
                const string Section = "akka.actor.inbox";
                const string Own = "akka.flink.dir";
                const string Chosen = "akka.actor.my-dispatcher";
                const string Prose = "akka.loglevel is not set: set it";
                string Sets(int n) => $"akka.actor.inbox.size = {n}";
                string Raw = """
                    akka {
                      actor.my-dispatcher.type = Dispatcher
                      homepage = "x"
                    }
                    """;
            }
            """";

        Assert.Collection(Unknown("A.cs", Code),
            finding => Assert.StartsWith("A.cs:3: Akka has no key 'akka.daemonics'.", finding),
            finding => Assert.StartsWith("A.cs:8: Akka has no key 'akka.actor.inbox.size'.", finding),
            finding => Assert.StartsWith("A.cs:11: Akka has no key 'akka.homepage'.", finding));
    }

    [Fact]
    public void Compares_defaults_but_for_spelling()
    {
        var embedded = HoconScanner.Scan("""
            akka {
              daemonic = false
              loglevel = INFO
              actor.inbox.inbox-size = 1000
              work.base.buffer = 5s
            }
            """);

        Assert.Empty(KeyCheck.Differences("a.conf", embedded, Keys));
    }

    [Theory]
    [InlineData("akka.loglevel = DEBUG", "a.conf:1: 'akka.loglevel' is DEBUG here and \"INFO\" in the official reference configuration.")]
    [InlineData("akka.verbose = 1", "a.conf:1: 'akka.verbose' is not in the official reference configuration.")]
    public void Finds_a_default_that_is_otherwise(string hocon, string expected) =>
        Assert.Equal([expected], KeyCheck.Differences("a.conf", HoconScanner.Scan(hocon), Keys));

    private static IEnumerable<string> Unknown(string path, string text) => KeyCheck.Unknown([.. KeyUses.In(path, text)], Keys);
}
