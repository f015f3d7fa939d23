namespace Akka.Flink.Operators;

using Akka.Flink.Functions;
using Akka.Flink.State;
using Akka.Flink.Windowing;

/// <summary>A function of windows over all records as one of windows by key, of which there is one.</summary>
/// <typeparam name="TIn">What the function is given.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <param name="function">The function; the subtask has its own copy.</param>
internal sealed class AllFunctionAdapter<TIn, TOut, TWindow>(ProcessAllWindowFunction<TIn, TOut, TWindow> function)
    : ProcessWindowFunction<TIn, TOut, byte, TWindow>
    where TWindow : notnull, IWindow
{
    private ProcessAllWindowFunction<TIn, TOut, TWindow>? _own;
    private AllContext _context = null!;

    public override void Open(OpenContext context)
    {
        _own = UserFunction.ForSubtask(function);
        _context = new AllContext();
        UserFunction.Open(_own, this);
    }

    public override void Process(byte key, Context context, IEnumerable<TIn> elements, ICollector<TOut> output)
    {
        _context.Inner = context;
        _own!.Process(_context, elements, output);
    }

    public override void Clear(Context context)
    {
        _context.Inner = context;
        _own!.Clear(_context);
    }

    public override void Close() => UserFunction.Close(_own);

    private sealed class AllContext : ProcessAllWindowFunction<TIn, TOut, TWindow>.Context
    {
        public Context Inner { get; set; } = null!;

        public override TWindow Window => Inner.Window;

        public override long CurrentWatermark => Inner.CurrentWatermark;

        public override long CurrentProcessingTime => Inner.CurrentProcessingTime;

        public override IKeyedStateStore WindowState => Inner.WindowState;

        public override IKeyedStateStore GlobalState => Inner.GlobalState;

        public override void Output<T>(OutputTag<T> tag, T value) => Inner.Output(tag, value);
    }
}
