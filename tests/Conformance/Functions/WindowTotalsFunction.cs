namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Functions;
using Akka.Flink.Windowing;

/// <summary>Emits a window's totals with its bounds.</summary>
internal sealed class WindowTotalsFunction<TWindow> : ProcessWindowFunction<Totals, Row, string, TWindow>
    where TWindow : notnull, IWindow
{
    public override void Process(string key, Context context, IEnumerable<Totals> elements, ICollector<Row> output)
    {
        foreach (var totals in elements)
        {
            output.Collect(Row.Of(
                ("key", key),
                WindowFields.Start(context.Window),
                WindowFields.End(context.Window),
                ("count", totals.Count),
                ("sum", totals.Sum),
                ("min", totals.Min),
                ("max", totals.Max)));
        }
    }
}
