namespace Akka.Flink.Chaos.Programs;

using Akka.Flink.Functions;

/// <summary>Makes a debit and a credit of each transfer.</summary>
public sealed class Split : IFlatMapFunction<Transfer, Entry>
{
    public void FlatMap(Transfer value, ICollector<Entry> output)
    {
        if (value.Id < 0)
            return;

        output.Collect(new Entry(value.Id, value.From, -value.Amount));
        output.Collect(new Entry(value.Id, value.To, value.Amount));
    }
}
