namespace Akka.Flink.Host.Tests.Embedded;

using Akka.Flink.Host.Embedded;

public class EmbeddedEnvironmentsTests
{
    [Fact]
    public void What_is_set_wins_over_the_program()
    {
        var env = Create("parallelism.default=3", "execution.checkpointing.interval=2s", "execution.checkpointing.mode=at-least-once");

        env.SetParallelism(8);
        env.EnableCheckpointing(TimeSpan.FromSeconds(60));

        Assert.Equal(3, env.Parallelism);
        Assert.Equal(TimeSpan.FromSeconds(2), env.CheckpointInterval);
        Assert.Equal(CheckpointingMode.AtLeastOnce, env.CheckpointingMode);
    }

    [Fact]
    public void The_program_wins_over_shipped_defaults()
    {
        var env = Create();

        env.SetParallelism(8);
        env.EnableCheckpointing(TimeSpan.FromSeconds(60));

        Assert.Equal(8, env.Parallelism);
        Assert.Equal(TimeSpan.FromSeconds(60), env.CheckpointInterval);
    }

    [Fact]
    public void An_interval_of_zero_turns_checkpoints_off()
    {
        var env = Create("execution.checkpointing.interval=0s");

        env.EnableCheckpointing(TimeSpan.FromSeconds(60));

        Assert.Null(env.CheckpointInterval);
    }

    [Fact]
    public void Connectors_see_what_was_set_and_no_defaults()
    {
        var env = Create("connectors.malformed-records=skip");

        Assert.Equal("skip", env.Settings.Find("connectors.malformed-records"));
        Assert.Null(env.Settings.Find("connectors.kafka.metadata-timeout"));
    }

    private static StreamExecutionEnvironment Create(params string[] assignments) =>
        new EmbeddedEnvironments(new EngineOptions("program", [], [], assignments, Restart: false, OwnsProcess: false)).Create([]);
}
