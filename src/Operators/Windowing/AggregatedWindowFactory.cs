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
/// <param name="setup">Gives a record's windows, and fires them.</param>
/// <param name="aggregation">Makes a subtask's function.</param>
/// <param name="emitter">Makes the records that go out, unless <paramref name="process"/> does.</param>
/// <param name="process">Processes results; null if they are only emitted.</param>
internal sealed class AggregatedWindowFactory<TKey, T, TWindow, TAccumulator, TResult, TAggregation, TOut>(
    WindowSetup<T, TWindow> setup,
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
            && setup is { IsPlainEventTime: true, Assigner: TimeOnlyAssigner<T, TimeWindow> byTime })
        {
            if (byTime.Inner is AlignedWindows aligned && HasFewPanes(aligned))
            {
                return new AlignedWindowOperator<T, TKey, TCodec, TAccumulator, TResult, TAggregation, TOut>(
                    context, output, codec, Selector, aligned, setup.Options, aggregation(), own);
            }

            if (byTime.Inner is SessionWindows sessions)
            {
                return new SessionWindowOperator<T, TKey, TCodec, TAccumulator, TResult, TAggregation, TOut>(
                    context, output, codec, Selector, sessions, setup.Options, aggregation(), own);
            }
        }

        return setup.Evictor is null ? CreateGeneral(context, output, codec) : CreateEvicting(context, output, codec, setup.Evictor);
    }

    private WindowOperator<T, TKey, TCodec, TWindow, TResult, TOut> CreateGeneral<TCodec>(
        OperatorContext context, Output<TOut> output, TCodec codec)
        where TCodec : struct, IKeyCodec<TKey>
    {
        var contents = new AggregatedContents<T, TAccumulator, TResult, TAggregation>(aggregation());
        WindowFunction<TKey, TWindow, TResult, TOut> function = process is null
            ? new EmittingFunction<TKey, TWindow, TResult, TOut>(emitter!)
            : new ProcessFunctionAdapter<TKey, TWindow, TResult, TResult, TOut>(
                UserFunction.ForSubtask(process), result => [result]);
        return new WindowOperator<T, TKey, TCodec, TWindow, TResult, TOut>(
            context, output, codec, Selector, setup, contents, function);
    }

    // With an evictor all records are kept, and added up at each firing.
    private WindowOperator<T, TKey, TCodec, TWindow, WindowElements<T>, TOut> CreateEvicting<TCodec>(
        OperatorContext context, Output<TOut> output, TCodec codec, Evictor<T, TWindow> evictor)
        where TCodec : struct, IKeyCodec<TKey>
    {
        var contents = new EvictingContents<T>();
        WindowFunction<TKey, TWindow, IEnumerable<TResult>, TOut> inner = process is null
            ? new EmittingEach<TKey, TWindow, TResult, TOut>(emitter!)
            : new ProcessFunctionAdapter<TKey, TWindow, IEnumerable<TResult>, TResult, TOut>(
                UserFunction.ForSubtask(process), results => results);
        var own = aggregation();
        var serializer = TypeSerializers.For<T>();
        return new WindowOperator<T, TKey, TCodec, TWindow, WindowElements<T>, TOut>(
            context, output, codec, Selector, setup, contents,
            new EvictingFunction<TKey, TWindow, T, TResult, TOut>(
                contents, evictor, elements => ResultsOf(own, elements, serializer), inner));
    }

    private static IReadOnlyList<TResult> ResultsOf(TAggregation aggregation, IReadOnlyList<T> elements, ITypeSerializer<T> serializer)
    {
        if (elements.Count == 0)
            return aggregation.ResultsOfNothing();

        var accumulator = default(TAccumulator)!;
        for (var i = 0; i < elements.Count; i++)
            aggregation.Add(ref accumulator, i == 0, serializer.Copy(elements[i]));   // it may become the accumulator and be changed
        return [aggregation.ResultOf(accumulator)];
    }

    // Panes are worth it where there are not many more of them in a window than windows that a record is in.
    private static bool HasFewPanes(AlignedWindows windows) =>
        windows.SizeMs / windows.PaneMs <= MaxPanesForEachWindow * Math.Max(1, windows.SizeMs / windows.SlideMs);
}
