using Akka.Flink;
using Akka.Flink.Sources;

public static class Hybrid
{
    public static void Source(StreamExecutionEnvironment env)
    {
        #region hybrid-source
        var past = new GeneratorSource<string>(2, number => $"file {number}");
        var now = new GeneratorSource<string>(2, number => $"topic {number}");

        env.FromSource(HybridSource.Builder(past).AddSource(now).Build(), WatermarkStrategy.NoWatermarks<string>(), "past and now")
           .Print();
        #endregion
    }
}
