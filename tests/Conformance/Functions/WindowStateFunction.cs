namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Functions;
using Akka.Flink.State;
using Akka.Flink.Windowing;

/// <summary>Counts firings in the state of the window and in that of the key.</summary>
internal sealed class WindowStateFunction<TWindow>(bool perWindow) : ProcessWindowFunction<Item, Row, string, TWindow>
    where TWindow : notnull, IWindow
{
    public static readonly OutputTag<Row> Cleared = new("cleared");

    private static readonly ValueStateDescriptor<long?> Fires = new("fires");
    private static readonly ValueStateDescriptor<long?> TotalFires = new("totalFires");

    public override void Process(string key, Context context, IEnumerable<Item> elements, ICollector<Row> output)
    {
        var fires = perWindow ? Increment(context.WindowState.GetState(Fires)) : (long?)null;
        var totalFires = Increment(context.GlobalState.GetState(TotalFires));
        output.Collect(Row.Of(
            ("key", key),
            WindowFields.Start(context.Window),
            WindowFields.End(context.Window),
            ("count", elements.LongCount()),
            ("fires", fires),
            ("totalFires", totalFires)));
    }

    public override void Clear(Context context)
    {
        long? fires = null;
        if (perWindow)
        {
            var state = context.WindowState.GetState(Fires);
            fires = state.Value;
            state.Clear();
        }

        context.Output(Cleared, Row.Of(WindowFields.Start(context.Window), WindowFields.End(context.Window), ("fires", fires)));
    }

    private static long Increment(IValueState<long?> state)
    {
        var count = (state.Value ?? 0) + 1;
        state.Update(count);
        return count;
    }
}
