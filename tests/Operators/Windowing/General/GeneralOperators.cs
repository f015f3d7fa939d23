namespace Akka.Flink.Operators.Tests.Windowing.General;

using Akka.Flink.Functions;
using Akka.Flink.Windowing;

/// <summary>Makes general window operators by the factories that programs make them by.</summary>
internal static class GeneralOperators
{
    public static Operator Create<TWindow>(
        string function, WindowSetup<Item, TWindow> setup, OperatorContext context, Output<WindowResult> output)
        where TWindow : notnull, IWindow => function switch
    {
        "process" => new ProcessWindowFactory<string, Item, TWindow, WindowResult>(setup, new AddUp<TWindow>())
        {
            Input = null!,
            Selector = item => item.Key,
        }.Create(context, output),
        "aggregate" => Aggregated(
            setup, new SelectingEmitter<string, TWindow, Total, WindowResult>((key, window, total) => ResultOf(key, window, total)), null)
            .Create(context, output),
        _ => Aggregated(setup, null, new Emit<TWindow>()).Create(context, output),
    };

    private static OneInputFactory<Item, WindowResult> Aggregated<TWindow>(
        WindowSetup<Item, TWindow> setup,
        WindowEmitter<string, TWindow, Total, WindowResult>? emitter,
        ProcessWindowFunction<Total, WindowResult, string, TWindow>? process)
        where TWindow : notnull, IWindow =>
        new AggregatedWindowFactory<string, Item, TWindow, Total, Total, AggregateAggregation<Item, Total, Total>, WindowResult>(
            setup, () => new AggregateAggregation<Item, Total, Total>(new TotalOfItems()), emitter, process)
        {
            Input = null!,
            Selector = item => item.Key,
        };

    private static WindowResult ResultOf<TWindow>(string key, TWindow window, Total total)
        where TWindow : notnull, IWindow =>
        window is TimeWindow time
            ? new WindowResult(key, time.Start, time.End, total.Sum, total.Count)
            : new WindowResult(key, 0, 0, total.Sum, total.Count);

    private sealed class AddUp<TWindow> : ProcessWindowFunction<Item, WindowResult, string, TWindow>
        where TWindow : notnull, IWindow
    {
        public override void Process(string key, Context context, IEnumerable<Item> elements, ICollector<WindowResult> output) =>
            output.Collect(ResultOf(
                key, context.Window, new Total { Sum = elements.Sum(item => item.Value), Count = elements.Count() }));
    }

    private sealed class Emit<TWindow> : ProcessWindowFunction<Total, WindowResult, string, TWindow>
        where TWindow : notnull, IWindow
    {
        public override void Process(string key, Context context, IEnumerable<Total> elements, ICollector<WindowResult> output) =>
            output.Collect(ResultOf(key, context.Window, elements.Single()));
    }
}
