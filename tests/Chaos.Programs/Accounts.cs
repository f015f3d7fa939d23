namespace Akka.Flink.Chaos.Programs;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Keeps the balance of each account, and says at the end of each period what the account did in it. What is known of a period
/// goes out of state with that.</summary>
/// <param name="periodMs">How long a period is, in event time.</param>
/// <param name="statements">Where statements go.</param>
public sealed class Accounts(long periodMs, OutputTag<Statement> statements) : KeyedProcessFunction<long, Entry, Booking>
{
    private IValueState<long> _balance = null!;
    private IValueState<long> _count = null!;
    private IMapState<long, Turnover> _periods = null!;

    public override void Open(OpenContext context)
    {
        _balance = RuntimeContext.GetState(new ValueStateDescriptor<long>("balance"));
        _count = RuntimeContext.GetState(new ValueStateDescriptor<long>("count"));
        _periods = RuntimeContext.GetMapState(new MapStateDescriptor<long, Turnover>("periods"));
    }

    public override void ProcessElement(Entry value, Context context, ICollector<Booking> output)
    {
        var period = context.Timestamp!.Value / periodMs * periodMs;
        var turnover = _periods.TryGet(period, out var found) ? found : new Turnover(0, 0);
        _periods.Put(period, new Turnover(turnover.Bookings + 1, turnover.Sum + value.Amount));
        context.TimerService.RegisterEventTimeTimer(period + periodMs - 1);

        var (number, balance) = (_count.Value + 1, _balance.Value + value.Amount);
        _count.Update(number);
        _balance.Update(balance);
        output.Collect(new Booking(value.Account, number, value.Transfer, value.Amount, balance));
    }

    public override void OnTimer(long timestamp, OnTimerContext context, ICollector<Booking> output)
    {
        var period = timestamp + 1 - periodMs;
        var turnover = _periods.TryGet(period, out var found)
            ? found
            : throw new InvalidOperationException($"A timer of period {period} fired, but state holds nothing of it.");
        _periods.Remove(period);
        var open = 0;
        foreach (var _ in _periods.Keys)
            open++;
        context.Output(statements, new Statement(context.CurrentKey, period, turnover.Bookings, turnover.Sum, open));
    }
}
