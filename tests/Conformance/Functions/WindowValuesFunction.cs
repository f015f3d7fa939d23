namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Functions;
using Akka.Flink.Windowing;

/// <summary>Emits all values of a window, and the time.</summary>
internal sealed class WindowValuesFunction<TWindow>(bool sorted) : ProcessWindowFunction<Item, Row, string, TWindow>
    where TWindow : notnull, IWindow
{
    public override void Process(string key, Context context, IEnumerable<Item> elements, ICollector<Row> output)
    {
        var values = elements.Select(item => item.Value).ToList();
        if (sorted)
            values.Sort();

        output.Collect(Row.Of(
            ("key", key),
            WindowFields.Start(context.Window),
            WindowFields.End(context.Window),
            ("values", values),
            ("watermark", context.CurrentWatermark),
            ("processingTime", context.CurrentProcessingTime)));
    }
}
