using Akka.Flink;
using Akka.Flink.Connectors.DataGen;
using Akka.Flink.Connectors.Files;
using Akka.Flink.Formats;
using Akka.Flink.Windowing;

public static class Inputs
{
    public static void Watermarks(StreamExecutionEnvironment env)
    {
        #region watermarks
        env.FromElements(("a", 4_000L), ("a", 2_000L), ("a", 11_000L))
           .AssignTimestampsAndWatermarks(WatermarkStrategy
               .ForBoundedOutOfOrderness<(string, long)>(TimeSpan.FromSeconds(3))
               .WithTimestampAssigner((element, _) => element.Item2)
               .WithIdleness(TimeSpan.FromMinutes(1)))
           .KeyBy(element => element.Item1)
           .Window(TumblingEventTimeWindows.Of(TimeSpan.FromSeconds(10)))
           .Reduce((left, right) => (left.Item1, left.Item2 + right.Item2))
           .Print();
        #endregion
    }

    public static void Generator(StreamExecutionEnvironment env)
    {
        #region generator
        var squares = new DataGeneratorSource<long>(number => number * number, count: 4, ratePerSecond: 1_000);

        env.FromSource(squares, WatermarkStrategy.NoWatermarks<long>(), "squares")
           .Print();
        #endregion
    }

    public static void Files(StreamExecutionEnvironment env)
    {
        var folder = Directory.CreateTempSubdirectory("akka-flink-docs-").FullName;
        File.WriteAllLines(Path.Combine(folder, "orders.ndjson"), ["""{"id":1,"amount":20}""", """{"id":2,"amount":5}"""]);

        #region files
        var orders = FileSource.ForRecords(JsonFormat.Of<Order>(), folder).Build();

        env.FromSource(orders, WatermarkStrategy.NoWatermarks<Order>(), "orders")
           .Filter(order => order.Amount >= 10)
           .Print();
        #endregion
    }

    public sealed record Order(int Id, int Amount);
}
