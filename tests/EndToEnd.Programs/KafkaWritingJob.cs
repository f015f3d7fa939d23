namespace Akka.Flink.EndToEnd.Programs;

using System.Diagnostics;
using System.Globalization;
using Akka.Flink.Connectors.Kafka;
using Akka.Flink.Formats;
using Akka.Flink.Sources;

/// <summary>Writes texts to a Kafka topic as fast as it goes, and says how long that took, with a checkpoint each second.</summary>
/// <remarks>Arguments: <c>--brokers ADDRESS --topic NAME --count N</c>.</remarks>
public static class KafkaWritingJob
{
    public static async Task Main(string[] args)
    {
        var parameters = ParameterTool.FromArgs(args).Allow("brokers", "topic", "count");
        var topic = parameters.GetRequired("topic");
        var env = StreamExecutionEnvironment.GetExecutionEnvironment(args);
        env.EnableCheckpointing(TimeSpan.FromSeconds(1));
        var texts = new GeneratorSource<string>(
            parameters.GetLong("count", 1_000),
            number => string.Create(
                CultureInfo.InvariantCulture, $"{{\"page\":\"/page/{number % 1000}\",\"views\":{number},\"user\":\"u{number % 77}\"}}"));
        env.FromSource(texts, WatermarkStrategy.NoWatermarks<string>(), "texts")
            .SinkTo(KafkaSink.Builder<string>().BootstrapServers(parameters.GetRequired("brokers")).Topic(topic)
                .ValueFormat(RawFormat.Text).TransactionalIdPrefix(topic).Build());
        var began = Stopwatch.GetTimestamp();
        await env.ExecuteAsync($"Writing to {topic}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seconds {Stopwatch.GetElapsedTime(began).TotalSeconds:0.000}"));
    }
}
