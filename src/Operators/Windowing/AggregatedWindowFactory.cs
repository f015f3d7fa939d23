namespace Akka.Flink.Operators;

using Akka.Flink.Functions;
using Akka.Flink.State;
using Akka.Flink.Windowing;

/// <summary>Makes window operators with a reduce or aggregate function: the one made for the kind of windows where there is one, otherwise
/// the general one.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <typeparam name="TAccumulator">What is kept for a window.</typeparam>
/// <typeparam name="TResult">The type of results.</typeparam>
/// <typeparam name="TAggregation">The function.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <param name="assigner">Gives a record's windows.</param>
/// <param name="options">What was set beside it.</param>
/// <param name="aggregation">Makes a subtask's function.</param>
/// <param name="emitter">Makes the records that go out, unless <paramref name="process"/> does.</param>
/// <param name="process">Processes results; null if they are only emitted.</param>
internal sealed class AggregatedWindowFactory<TKey, T, TWindow, TAccumulator, TResult, TAggregation, TOut>(
    WindowAssigner<T, TWindow> assigner,
    WindowOptions<T> options,
    Func<TAggregation> aggregation,
    WindowEmitter<TKey, TWindow, TResult, TOut>? emitter,
    ProcessWindowFunction<TResult, TOut, TKey, TWindow>? process) : KeyedFactory<TKey, T, TOut>
    where TWindow : notnull, IWindow
    where TAggregation : struct, IWindowAggregation<T, TAccumulator, TResult>
{
    private const long MaxPanesForEachWindow = 8;

    /// <inheritdoc/>
    protected override Operator Create<TCodec>(OperatorContext context, Output<TOut> output, TCodec codec)
    {
        if (emitter is WindowEmitter<TKey, TimeWindow, TResult, TOut> own
            && assigner is TimeOnlyAssigner<T, TimeWindow> { IsEventTime: true } byTime)
        {
            if (byTime.Inner is AlignedWindows aligned && HasFewPanes(aligned))
            {
                return new AlignedWindowOperator<T, TKey, TCodec, TAccumulator, TResult, TAggregation, TOut>(
                    context, output, codec, Selector, aligned, options, aggregation(), own);
            }

            if (byTime.Inner is SessionWindows sessions)
            {
                return new SessionWindowOperator<T, TKey, TCodec, TAccumulator, TResult, TAggregation, TOut>(
                    context, output, codec, Selector, sessions, options, aggregation(), own);
            }
        }

        var contents = new AggregatedContents<T, TAccumulator, TResult, TAggregation>(aggregation());
        return new WindowOperator<T, TKey, TCodec, TWindow, TResult, TOut>(
            context, output, codec, Selector, assigner, options, contents, Function());
    }

    // Panes are worth it where there are not many more of them in a window than windows that a record is in.
    private static bool HasFewPanes(AlignedWindows windows) =>
        windows.SizeMs / windows.PaneMs <= MaxPanesForEachWindow * Math.Max(1, windows.SizeMs / windows.SlideMs);

    private WindowFunction<TKey, TWindow, TResult, TOut> Function() => process is null
        ? new EmittingFunction<TKey, TWindow, TResult, TOut>(emitter!)
        : new ProcessFunctionAdapter<TKey, TWindow, TResult, TResult, TOut>(UserFunction.ForSubtask(process), result => [result]);
}
