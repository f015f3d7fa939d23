namespace Akka.Flink.Chaos.Tests.Ledger;

using System.Diagnostics;
using System.Globalization;
using System.Text;
using Confluent.Kafka;

/// <summary>Writes transfers at a rate, each once; while the broker is away it waits, and makes up for it later.</summary>
internal sealed class TransferGenerator : IDisposable
{
    private const int MostUnsent = 60_000;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    private readonly IProducer<Null, byte[]> _producer;
    private readonly TransferSequence _sequence;
    private readonly string _topic;
    private readonly int _partitions;
    private readonly long _rate;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _writing;
    private long _written;
    private long _acknowledged;
    private string? _failure;
    private int _ticks;

    public TransferGenerator(string brokers, string topic, int partitions, TransferSequence sequence, long rate)
    {
        (_sequence, _topic, _partitions, _rate) = (sequence, topic, partitions, rate);
        var properties = new Dictionary<string, string>
        {
            ["bootstrap.servers"] = brokers,
            ["linger.ms"] = "20",
            ["enable.idempotence"] = "true",
            ["max.in.flight"] = "1",   // a leader that is new may refuse a request and take the next in its place (KAFKA-15591)
            ["delivery.timeout.ms"] = "600000",
            ["reconnect.backoff.max.ms"] = "500",
            ["log_level"] = "0",
        };
        _producer = new ProducerBuilder<Null, byte[]>(properties).SetLogHandler(static (_, _) => { }).Build();
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>How many transfers the broker has.</summary>
    public long Acknowledged => Interlocked.Read(ref _acknowledged);

    /// <summary>Ends it when the broker has all that was written.</summary>
    /// <param name="patience">How long that may take.</param>
    /// <exception cref="InvalidOperationException">The broker has not taken all of them: nothing can be said of the job.</exception>
    public async Task EndAsync(TimeSpan patience)
    {
        await _end.CancelAsync();
        await _writing;
        await Task.Run(() => _producer.Flush(patience));
        if (_failure is not null || Acknowledged != _written)
            throw new InvalidOperationException($"The broker took {Acknowledged} of {_written} transfers: {_failure ?? "no answer"}.");
        _sequence.Count = _written;
    }

    /// <summary>Says in each partition that time has gone on behind the last transfer. A watermark is not part of a checkpoint, so after a
    /// restart the last statements wait for one.</summary>
    public void LetTimePass()
    {
        var at = _sequence.TimeOf(_written) + (TransferSequence.PeriodMs * 2) + _ticks++;
        for (var partition = 0; partition < _partitions; partition++)
            Produce(partition, Text(-1, (0, 0, 0), at), static _ => { });
    }

    public void Dispose()
    {
        _end.Cancel();
        _producer.Dispose();
        _end.Dispose();
    }

    private static byte[] Text(long id, (long From, long To, long Amount) transfer, long at) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"id\":{id},\"from\":{transfer.From},\"to\":{transfer.To},\"amount\":{transfer.Amount},\"at\":{at}}}"));

    private async Task WriteAsync()
    {
        var began = Stopwatch.GetTimestamp();
        using var steps = new PeriodicTimer(Step);
        while (!_end.IsCancellationRequested && _failure is null)
        {
            var due = (long)(Stopwatch.GetElapsedTime(began).TotalSeconds * _rate);
            for (; _written < due && _written - Acknowledged < MostUnsent; _written++)
                Produce((int)(_written % _partitions), Text(_written, _sequence[_written], _sequence.TimeOf(_written)), TakeReport);
            await steps.WaitForNextTickAsync();
        }
    }

    private void Produce(int partition, byte[] text, Action<DeliveryReport<Null, byte[]>> report) =>
        _producer.Produce(new TopicPartition(_topic, partition), new Message<Null, byte[]> { Value = text }, report);

    private void TakeReport(DeliveryReport<Null, byte[]> report)
    {
        if (report.Error.IsError)
            _failure = report.Error.Reason;
        else
            Interlocked.Increment(ref _acknowledged);
    }
}
