namespace Akka.Flink.Chaos.Tests.Audit;

using System.Text.Json;
using Confluent.Kafka;

/// <summary>Reads what is committed of a topic, from its beginning, as somebody who knows nothing of the job.</summary>
/// <typeparam name="T">The type of its rows.</typeparam>
internal sealed class TopicReader<T> : IDisposable
{
    private readonly IConsumer<Ignore, byte[]> _consumer;
    private readonly Action<T, string> _take;

    public TopicReader(string brokers, string topic, int partitions, Action<T, string> take)
    {
        _take = take;
        _consumer = new ConsumerBuilder<Ignore, byte[]>(new Dictionary<string, string>
        {
            ["bootstrap.servers"] = brokers,
            ["group.id"] = $"audit-{topic}",
            ["enable.auto.commit"] = "false",
            ["isolation.level"] = "read_committed",
            ["auto.offset.reset"] = "error",
            ["reconnect.backoff.max.ms"] = "500",
            ["queued.max.messages.kbytes"] = "8192",
            ["log_level"] = "0",
        }).SetLogHandler(static (_, _) => { }).SetErrorHandler(static (_, _) => { }).Build();
        _consumer.Assign(Enumerable.Range(0, partitions).Select(each => new TopicPartitionOffset(topic, each, Offset.Beginning)));
    }

    /// <summary>Reads until nothing comes for a while.</summary>
    /// <param name="silence">How long.</param>
    /// <returns>How many rows came.</returns>
    public int Read(TimeSpan silence)
    {
        var count = 0;
        while (_consumer.Consume(silence) is { } result)
        {
            count++;
            _take(
                JsonSerializer.Deserialize<T>(result.Message.Value, JsonSerializerOptions.Web)!,
                $"partition {result.Partition.Value}, offset {result.Offset.Value}");
        }

        return count;
    }

    public void Dispose()
    {
        _consumer.Close();
        _consumer.Dispose();
    }
}
