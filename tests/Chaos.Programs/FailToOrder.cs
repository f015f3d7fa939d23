namespace Akka.Flink.Chaos.Programs;

using Akka.Flink.Functions;

/// <summary>Passes records on, and throws when it is ordered to: each file in a folder is an order for one of all subtasks.</summary>
/// <param name="orders">The folder; it exists.</param>
public sealed class FailToOrder(string orders) : RichFunction, IMapFunction<Transfer, Transfer>
{
    private const int IntervalMs = 100;

    private long _nextLookMs;

    public Transfer Map(Transfer value)
    {
        if (Environment.TickCount64 >= _nextLookMs)
        {
            _nextLookMs = Environment.TickCount64 + IntervalMs;
            foreach (var order in Directory.EnumerateFiles(orders, "*.order"))
                Take(order);
        }

        return value;
    }

    private static void Take(string order)
    {
        try
        {
            File.Move(order, order + ".taken");
        }
        catch (FileNotFoundException)
        {
            return;   // another subtask was quicker
        }

        throw new InvalidOperationException($"Ordered to fail by '{order}'.");
    }
}
