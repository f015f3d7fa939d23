namespace Akka.Flink.Chaos.Tests;

using Akka.Flink.Chaos.Tests.Audit;
using Akka.Flink.Chaos.Tests.Ledger;

/// <summary>What the job has committed to Kafka, checked while it comes.</summary>
internal sealed class Books : IDisposable
{
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(300);

    private readonly TransferSequence _sequence;
    private readonly TopicReader<BookingRow> _bookings;
    private readonly TopicReader<StatementRow> _statements;
    private readonly Lazy<long> _expectedStatements;

    public Books(string brokers, LedgerTopics topics, TransferSequence sequence)
    {
        _sequence = sequence;
        (Bookings, Statements) = (new BookingAudit(sequence), new StatementAudit(sequence));
        _bookings = new(brokers, topics.Bookings, LedgerTopics.Partitions, Bookings.Take);
        _statements = new(brokers, topics.Statements, LedgerTopics.Partitions, Statements.Take);
        _expectedStatements = new(Statements.Expected);
    }

    public BookingAudit Bookings { get; }

    public StatementAudit Statements { get; }

    /// <summary>How many statements there must be, once the last transfer is known.</summary>
    public long ExpectedStatements => _expectedStatements.Value;

    /// <summary>Whether both sides of each transfer are there, and each statement.</summary>
    public bool AreComplete => Bookings.Count == _sequence.Count * 2 && Statements.Count == ExpectedStatements;

    /// <summary>Reads what has come.</summary>
    public void Read()
    {
        _bookings.Read(Silence);
        _statements.Read(Silence);
    }

    /// <summary>Ends the run at the first row that is wrong, so that the fault before it is known.</summary>
    /// <exception cref="InvalidOperationException">There is such a row.</exception>
    public void ThrowIfWrong()
    {
        var examples = Bookings.Findings.Examples.Concat(Statements.Findings.Examples).ToList();
        if (examples.Count > 0)
            throw new InvalidOperationException(string.Join($"{Environment.NewLine}         ", examples.Prepend("Rows are wrong:")));
    }

    public void Dispose()
    {
        _bookings.Dispose();
        _statements.Dispose();
    }
}
