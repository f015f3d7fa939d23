namespace Akka.Flink.Host.Tests.Configuration;

using Akka.Flink.Runtime;

public sealed class FlinkConfigurationTests : IDisposable
{
    private const string Interval = "execution.checkpointing.interval";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("akka-flink-configuration-");

    [Fact]
    public void The_shipped_defaults_are_those_of_the_settings()
    {
        var reader = new SettingsReader(Load());

        var settings = JobSettings.From(reader, null, CheckpointingMode.ExactlyOnce);
        var pipeline = PipelineSettings.From(reader);

        reader.ThrowIfWrong();
        Assert.Equal(JobSettings.Default, settings);
        Assert.Equal(new PipelineSettings(), pipeline);
    }

    [Fact]
    public void The_command_line_wins_over_the_environment_and_that_over_files()
    {
        var file = Write("a.conf", "akka.flink { execution.checkpointing { interval = 1 s, timeout = 2 s, min-pause = 3 s } }");

        var configuration = Load(
            [file],
            [new("AKKA_FLINK__EXECUTION__CHECKPOINTING__INTERVAL", "4 s"), new("akka_flink__execution__checkpointing__timeout", "5 s")],
            ["execution.checkpointing.interval=6 s"]);

        Assert.Equal(new Setting("6 s", "command line", true), configuration[Interval]);
        Assert.Equal("5 s", configuration["execution.checkpointing.timeout"].Value);
        Assert.Equal(new Setting("3 s", $"file {file}", true), configuration["execution.checkpointing.min-pause"]);
    }

    [Fact]
    public void A_later_file_wins_over_an_earlier_one() => Assert.Equal("2", Load(
        [Write("a.conf", "akka.flink.parallelism.default = 4"),
            Write("b.conf", "akka.flink.parallelism.default = 2")])["parallelism.default"].Value);

    [Fact]
    public void The_prefix_may_be_left_out_on_the_command_line() => Assert.Equal(
        Load(assignments: [$"akka.flink.{Interval}=1s"])[Interval], Load(assignments: [$"{Interval}=1s"])[Interval]);

    [Fact]
    public void A_file_that_repeats_a_default_leaves_the_program_its_say()
    {
        var file = Write("a.conf", "akka.flink.parallelism.default = 1");

        Assert.False(Load([file])["parallelism.default"].IsSet);
        Assert.True(Load(assignments: ["parallelism.default=1"])["parallelism.default"].IsSet);
    }

    [Fact]
    public void An_environment_variable_may_write_every_dot_as_one_underscore() => Assert.Equal("none", Load(
        environment: [new("AKKA_FLINK__RESTART_STRATEGY_TYPE", "none")])["restart-strategy.type"].Value);

    [Fact]
    public void Other_environment_variables_do_not_matter() =>
        Assert.NotNull(Load(environment: [new("AKKA_FLINKS", "x"), new("PATH", "y")]));

    [Theory]
    [InlineData("akka.flink.paralelism.default = 2", "no key 'akka.flink.paralelism.default'", "mean 'akka.flink.parallelism.default'")]
    [InlineData("akka.flink.restart-strategy.typ = none", "no key 'akka.flink.restart-strategy.typ'", "'akka.flink.restart-strategy.type'")]
    [InlineData("akka.flink.heartbeat = 3", "'akka.flink.heartbeat' is a section", "'akka.flink.heartbeat.interval'")]
    public void An_unknown_key_is_refused_with_the_nearest_one_and_the_file(string hocon, string what, string nearest)
    {
        var file = Write("a.conf", hocon);

        var refused = Assert.Throws<SettingsException>(() => Load([file]));

        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
        Assert.Contains(nearest, refused.Message, StringComparison.Ordinal);
        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_keys_of_all_places_are_reported_together()
    {
        var refused = Assert.Throws<SettingsException>(() => Load(environment: [new("AKKA_FLINK__A", "1")], assignments: ["b=2"]));

        Assert.Contains("'akka.flink.a' (environment variable AKKA_FLINK__A)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'akka.flink.b' (command line)", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parallelism.default=0",
        "'akka.flink.parallelism.default' is '0' (command line). Set it to a whole number from 1 to 32768.")]
    [InlineData("execution.checkpointing.interval=soon",
        "is 'soon' (command line). Set it to a duration such as '500 ms', '10 s' or '3 min'.")]
    [InlineData("execution.checkpointing.mode=once", "Set it to 'exactly-once' or 'at-least-once'.")]
    [InlineData("pipeline.object-reuse=maybe", "Set it to 'on' or 'off'.")]
    [InlineData("task.slice-bytes=1", "a size such as '64 KiB', from 4096 to 16777216 bytes")]
    [InlineData("restart-strategy.exponential-delay.jitter-factor=2", "Set it to a number from 0 to 1, such as 1.5.")]
    [InlineData("pipeline.job-id=a/b", "letters, digits and '-', at most 64")]
    [InlineData("heartbeat.timeout=1s", "'akka.flink.heartbeat.interval' is '10 s' (shipped default). Let the timeout be longer")]
    public void A_wrong_value_is_refused_with_what_is_accepted(string assignment, string message)
    {
        var reader = new SettingsReader(Load(assignments: [assignment]));
        PipelineSettings.From(reader);
        HostSettings.From(reader);
        JobSettings.From(reader, null, CheckpointingMode.ExactlyOnce);

        Assert.Contains(message, Assert.Throws<SettingsException>(reader.ThrowIfWrong).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_HOCON_is_refused_by_name()
    {
        var file = Write("a.conf", "akka.flink { parallelism = [ }");

        Assert.Contains(file, Assert.Throws<SettingsException>(() => Load([file])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_refused_by_name() => Assert.Contains(
        "'missing.conf' is not there", Assert.Throws<SettingsException>(() => Load(["missing.conf"])).Message, StringComparison.Ordinal);

    [Fact]
    public void An_assignment_without_value_is_refused() => Assert.Contains(
        "'-D a.b' has no value", Assert.Throws<SettingsException>(() => Load(assignments: ["a.b"])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_may_include_another_beside_it()
    {
        Write("base.conf", "akka.flink.parallelism.default = 3");
        var file = Write("a.conf", "include \"base.conf\"\nakka.flink.log.level = info");

        var configuration = Load([file]);

        Assert.Equal("3", configuration["parallelism.default"].Value);
        Assert.Equal("info", configuration["log.level"].Value);
    }

    [Fact]
    public void The_actor_system_sees_what_was_set()
    {
        var file = Write("a.conf", "akka.actor.ask-timeout = 7s\nakka.flink.task-dispatcher.throughput = 9");

        var akka = Load([file], assignments: ["job-master-dispatcher.throughput=11"]).Akka;

        Assert.Equal(TimeSpan.FromSeconds(7), akka.GetTimeSpan("akka.actor.ask-timeout"));
        Assert.Equal(9, akka.GetInt("akka.flink.task-dispatcher.throughput"));
        Assert.Equal(11, akka.GetInt("akka.flink.job-master-dispatcher.throughput"));
    }

    [Theory]
    [InlineData("connectors.jdbc.password", true)]
    [InlineData("connectors.kafka.properties.sasl.jaas.config", true)]
    [InlineData("parallelism.default", false)]
    public void Secrets_are_not_shown(string key, bool isSecret) =>
        Assert.Equal(isSecret ? "******" : "value", Secrets.Mask(key, "value"));

    public void Dispose() => _folder.Delete(recursive: true);

    private static FlinkConfiguration Load(
        string[]? files = null, KeyValuePair<string, string>[]? environment = null, string[]? assignments = null) =>
        FlinkConfiguration.Load(files ?? [], environment ?? [], assignments ?? []);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
