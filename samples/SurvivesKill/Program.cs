// A persistent actor counts orders. Its process is killed with SIGKILL while it writes, three times; what it had acknowledged is
// always there again.
using System.Diagnostics;
using Akka.Actor;
using Akka.Configuration;
using Akka.Persistence;
using Akka.Persistence.Sql;

if (args is ["count", var database])
{
    await Count(database);
    return 0;
}

var file = Path.Combine(Path.GetTempPath(), $"akka-flink-survives-kill-{Environment.ProcessId}.db");
Console.WriteLine($"A persistent actor writes orders to the SQLite journal {file}.");
Console.WriteLine("Its process is killed with SIGKILL while it writes, and started again.");
Console.WriteLine();
Console.WriteLine("  life   recovered   acknowledged when killed");

long acknowledged = 0;
foreach (var (life, orders) in ((int, int)[])[(1, 2_000), (2, 4_000), (3, 6_000), (4, 0)])
{
    var (recovered, last) = RunUntilKilled(file, orders);
    Console.WriteLine($"  {life,4}   {recovered,9:N0}   {(orders > 0 ? last.ToString("N0") : "(only looked)"),24}");
    if (recovered < acknowledged)
    {
        Console.Error.WriteLine($"{acknowledged - recovered} acknowledged orders are lost. The journal is left in {file}.");
        return 1;
    }

    acknowledged = last;
}

foreach (var left in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file) + "*"))
    File.Delete(left);
Console.WriteLine();
Console.WriteLine("Every acknowledged order was there after each kill. A few more may be: an order can be durable and its process die");
Console.WriteLine("before it says so.");
return 0;

// Starts the counting process and kills it as soon as it has acknowledged so many more orders than it recovered.
static (long Recovered, long Acknowledged) RunUntilKilled(string file, int orders)
{
    using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["count", file]) { RedirectStandardOutput = true })!;
    var recovered = Next("recovered ");
    var acknowledged = recovered;
    while (acknowledged < recovered + orders)
        acknowledged = Next("acknowledged ");

    process.Kill();   // SIGKILL: nothing is flushed, nothing is closed
    process.WaitForExit();
    return (recovered, acknowledged);

    long Next(string word)
    {
        var line = process.StandardOutput.ReadLine();
        return line is not null && line.StartsWith(word, StringComparison.Ordinal)
            ? long.Parse(line.AsSpan(word.Length))
            : throw new InvalidOperationException($"The counting process was to print '{word}N' but printed '{line ?? "nothing more"}'.");
    }
}

static async Task Count(string database)
{
    var config = ConfigurationFactory.ParseString($$"""
        akka.persistence.journal {
          plugin = "akka.persistence.journal.sql"
          sql { provider-name = "SQLite.MS", connection-string = "Data Source={{database}}" }
        }
        """).WithFallback(SqlPersistence.DefaultConfiguration);
    var system = ActorSystem.Create("orders", config);
    system.ActorOf(Props.Create(() => new OrderCounter()), "counter");
    await system.WhenTerminated;
}

public sealed record OrderPlaced(long Number);

public sealed class OrderCounter : ReceivePersistentActor
{
    private long _count;

    public OrderCounter()
    {
        Recover<OrderPlaced>(order => _count = order.Number);
        Recover<RecoveryCompleted>(_ =>
        {
            Console.WriteLine($"recovered {_count}");
            Self.Tell("write more");
        });
        Command<string>(_ => PersistAll(Enumerable.Range(1, 50).Select(i => new OrderPlaced(_count + i)), order =>
        {
            _count = order.Number;
            if (_count % 50 != 0)
                return;

            Console.WriteLine($"acknowledged {_count}");   // PersistAll is atomic: all fifty are durable
            Self.Tell("write more");
        }));
    }

    public override string PersistenceId => "orders";
}
