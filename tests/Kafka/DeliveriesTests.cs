namespace Akka.Flink.Kafka.Tests;

using Akka.Flink.Connectors.Kafka;
using Confluent.Kafka;

public class DeliveriesTests
{
    private static readonly DeliveryReport<byte[]?, byte[]> Delivered = new() { Error = new Error(ErrorCode.NoError) };
    private static readonly DeliveryReport<byte[]?, byte[]> Lost = new() { Error = new Error(ErrorCode.Local_MsgTimedOut) };

    private static readonly DeliveryReport<byte[]?, byte[]> Implied = new()
    {
        Error = new Error(ErrorCode.NoError), Partition = 3, Offset = Offset.Unset,
    };

    private readonly Deliveries _deliveries = new(most: 8, areAnswered: true);

    [Fact]
    public void Says_that_there_is_room_when_a_fourth_has_come_back()
    {
        Begin(8);
        Assert.False(_deliveries.HasRoom);
        var wait = _deliveries.WaitAsync(CancellationToken.None);

        _deliveries.Handler(Delivered);
        Assert.False(wait.IsCompleted);
        _deliveries.Handler(Delivered);

        Assert.True(wait.IsCompletedSuccessfully);
        Assert.True(_deliveries.HasRoom);
    }

    [Fact]
    public void Does_not_wait_when_everything_has_come_back_already()
    {
        Begin(1);
        _deliveries.Handler(Delivered);

        Assert.True(_deliveries.WaitAsync(CancellationToken.None).IsCompletedSuccessfully);
    }

    [Fact]
    public void Ends_the_wait_when_a_message_is_lost_so_that_the_writer_can_say_so()
    {
        Begin(8);
        var wait = _deliveries.WaitAsync(CancellationToken.None);

        _deliveries.Handler(Lost);

        Assert.True(wait.IsCompletedSuccessfully);
        Assert.True(_deliveries.HasRoom);
    }

    [Fact]
    public void Ends_the_wait_when_the_brokers_refuse_the_client()
    {
        Begin(8);
        var wait = _deliveries.WaitAsync(CancellationToken.None);

        _deliveries.OnError(new Error(ErrorCode.TopicAuthorizationFailed, "not allowed"));

        Assert.True(wait.IsCompletedSuccessfully);
    }

    [Fact]
    public void Fails_when_a_message_is_taken_for_written_of_which_no_broker_has_said_where()
    {
        Begin(8);
        var wait = _deliveries.WaitAsync(CancellationToken.None);

        _deliveries.Handler(Implied);

        Assert.Equal(3, _deliveries.Unconfirmed);
        Assert.True(wait.IsCompletedSuccessfully);
        Assert.True(_deliveries.HasRoom);
    }

    [Fact]
    public void Expects_no_offsets_where_brokers_are_not_to_answer()
    {
        var unanswered = new Deliveries(most: 8, areAnswered: false);
        unanswered.Begin();

        unanswered.Handler(Implied);

        Assert.Null(unanswered.Unconfirmed);
    }

    [Fact]
    public void A_producer_neither_writes_nor_flushes_behind_what_no_broker_has_confirmed()
    {
        using var producer = ProducerWithOneImplied(acks: "all");

        Action[] actions = [producer.ThrowIfFailed, () => producer.Flush(), () => producer.Produce(new() { Value = [] })];
        Assert.All(actions, action =>
        {
            var failure = Assert.Throws<JobException>(action);
            Assert.Equal(ErrorDomain.External, failure.Domain);
            Assert.Contains("have taken records for topic 'pages', partition 3, ", failure.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_producer_goes_on_where_brokers_are_not_to_answer()
    {
        using var producer = ProducerWithOneImplied(acks: "0");

        producer.Flush();
    }

    [Fact]
    public void The_wait_can_be_given_up()
    {
        Begin(8);
        using var ending = new CancellationTokenSource();
        var wait = _deliveries.WaitAsync(ending.Token);

        ending.Cancel();

        Assert.True(wait.IsCanceled);
    }

    private static RecordProducer ProducerWithOneImplied(string acks)
    {
        NativeLibrarySearch.Load(null);
        var properties = new Dictionary<string, string>
        {
            ["bootstrap.servers"] = "127.0.0.1:1", ["queue.buffering.max.messages"] = "8", ["acks"] = acks,
        };
        var producer = new RecordProducer(properties, "pages", "the sink", null);
        producer.Deliveries.Begin();
        producer.Deliveries.Handler(Implied);
        return producer;
    }

    private void Begin(int count)
    {
        for (var i = 0; i < count; i++)
            _deliveries.Begin();
    }
}
