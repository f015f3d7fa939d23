namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Functions;
using Akka.Flink.Windowing;

/// <summary>Emits a window's sum with its bounds.</summary>
internal sealed class WindowSumFunction<TWindow> : ProcessWindowFunction<Item, Row, string, TWindow>
    where TWindow : notnull, IWindow
{
    public override void Process(string key, Context context, IEnumerable<Item> elements, ICollector<Row> output)
    {
        foreach (var item in elements)
            output.Collect(
                Row.Of(("key", key), WindowFields.Start(context.Window), WindowFields.End(context.Window), ("value", item.Value)));
    }
}
