using Akka.Flink;
using Akka.Flink.Sources;

public static class Alignment
{
    public static void Aligned(StreamExecutionEnvironment env)
    {
        #region alignment
        var strategy = WatermarkStrategy.ForMonotonousTimestamps<long>()
           .WithTimestampAssigner((number, _) => number)
           .WithWatermarkAlignment("all inputs", maxDrift: TimeSpan.FromSeconds(30));

        var first = env.FromSource(new GeneratorSource<long>(2, number => number), strategy, "first");
        var second = env.FromSource(new GeneratorSource<long>(2, number => 10 + number), strategy, "second");
        first.Union(second).Print();
        #endregion
    }
}
