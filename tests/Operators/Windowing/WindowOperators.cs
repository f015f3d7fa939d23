namespace Akka.Flink.Operators.Tests.Windowing;

using Akka.Flink.Functions;
using Akka.Flink.State;
using Akka.Flink.Windowing;

/// <summary>Makes the window operators for one assigner: the one made for its kind, the general one, and the general one with a process
/// function.</summary>
internal static class WindowOperators
{
    public static readonly OutputTag<Item> Late = new("late");

    public static WindowHarness<Item, WindowResult> Harness(string kind, WindowAssigner<TimeWindow> assigner, long latenessMs,
        bool oneByOne = false) =>
        Harness(kind, assigner, new WindowOptions<Item>(latenessMs, Late), oneByOne);

    public static WindowHarness<Item, WindowResult> Harness(
        string kind, WindowAssigner<TimeWindow> assigner, WindowOptions<Item> options, bool oneByOne = false) =>
        new WindowHarness<Item, WindowResult>(
            (context, output) => KeyCodecs.Visit(new Maker(kind, context, output, assigner, options)),
            item => KeyCodecs.Visit(new Hasher(item.Key)), Late, oneByOne);

    private sealed class Hasher(string key) : IKeyCodecVisitor<string, uint>
    {
        public uint Visit<TCodec>(TCodec codec)
            where TCodec : struct, IKeyCodec<string> =>
            codec.Hash(key);
    }

    private sealed class Maker(
        string kind, OperatorContext context, Output<WindowResult> output, WindowAssigner<TimeWindow> assigner, WindowOptions<Item> options)
        : IKeyCodecVisitor<string, OneInputOperator<Item, WindowResult>>
    {
        private readonly AggregateAggregation<Item, Total, Total> _aggregation = new(new TotalOfItems());
        private readonly SelectingEmitter<string, TimeWindow, Total, WindowResult> _emitter =
            new((key, window, total) => new WindowResult(key, window.Start, window.End, total.Sum, total.Count));

        public OneInputOperator<Item, WindowResult> Visit<TCodec>(TCodec codec)
            where TCodec : struct, IKeyCodec<string> =>
            (kind, assigner) switch
            {
                ("own", AlignedWindows aligned) =>
                    new AlignedWindowOperator<Item, string, TCodec, Total, Total, AggregateAggregation<Item, Total, Total>, WindowResult>(
                        context, output, codec, item => item.Key, aligned, options, _aggregation, _emitter),
                ("own", SessionWindows sessions) =>
                    new SessionWindowOperator<Item, string, TCodec, Total, Total, AggregateAggregation<Item, Total, Total>, WindowResult>(
                        context, output, codec, item => item.Key, sessions, options, _aggregation, _emitter),
                ("general", _) => General(
                    codec, new AggregatedContents<Item, Total, Total, AggregateAggregation<Item, Total, Total>>(_aggregation),
                    new EmittingFunction<string, TimeWindow, Total, WindowResult>(_emitter)),
                _ => General(
                    codec, new ElementContents<Item>(),
                    new ProcessFunctionAdapter<string, TimeWindow, IEnumerable<Item>, Item, WindowResult>(new AddUp(), items => items)),
            };

        private WindowOperator<Item, string, TCodec, TimeWindow, TContents, WindowResult> General<TCodec, TContents>(
            TCodec codec, WindowContents<Item, TContents> contents, WindowFunction<string, TimeWindow, TContents, WindowResult> function)
            where TCodec : struct, IKeyCodec<string> =>
            new(context, output, codec, item => item.Key,
                new WindowSetup<Item, TimeWindow>(new TimeOnlyAssigner<Item, TimeWindow>(assigner), options), contents, function);
    }

    private sealed class AddUp : ProcessWindowFunction<Item, WindowResult, string, TimeWindow>
    {
        public override void Process(string key, Context context, IEnumerable<Item> elements, ICollector<WindowResult> output) =>
            output.Collect(
            new WindowResult(key, context.Window.Start, context.Window.End, elements.Sum(item => item.Value), elements.Count()));
    }
}
