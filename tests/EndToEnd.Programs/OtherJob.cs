namespace Akka.Flink.EndToEnd.Programs;

using Akka.Flink.Sources;

/// <summary>A job without any operator of <see cref="CountingJob"/>.</summary>
public static class OtherJob
{
    public static async Task Main(string[] args)
    {
        var env = StreamExecutionEnvironment.GetExecutionEnvironment(args);
        env.EnableCheckpointing(TimeSpan.FromMilliseconds(200));
        env.FromSource(new GeneratorSource<string>(100, number => $"{number}"), WatermarkStrategy.NoWatermarks<string>(), "texts")
            .Uid("texts")
            .Print();
        await env.ExecuteAsync("Other");
    }
}
