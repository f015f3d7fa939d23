namespace Akka.Flink.Connectors.PostgreSql;

using Akka.Flink.Functions;

/// <summary>Looks rows up while records come, over several connections.</summary>
/// <typeparam name="TIn">The type of records.</typeparam>
/// <typeparam name="TKey">The type of keys.</typeparam>
/// <typeparam name="TRow">What a row becomes.</typeparam>
/// <typeparam name="TOut">The type of results.</typeparam>
/// <param name="options">What the lookup was built with.</param>
/// <param name="key">The key of a record.</param>
/// <param name="result">The result of a record and a row.</param>
internal sealed class AsyncLookupFunction<TIn, TKey, TRow, TOut>(
    LookupOptions<TKey, TRow> options, Func<TIn, TKey?> key, Func<TIn, TRow?, TOut> result)
    : RichFunction, IAsyncFunction<TIn, TOut>
    where TKey : notnull
    where TRow : class
{
    private LookupResults<TIn, TKey, TRow, TOut> _results = null!;
    private KeyQuestions<TKey, TRow>? _questions;

    public override void Open(OpenContext context)
    {
        _results = new LookupResults<TIn, TKey, TRow, TOut>(options, RuntimeContext, result, TimeProvider.System);
        _questions = new KeyQuestions<TKey, TRow>(
            options, _results.Where, RuntimeContext.OperatorName, RuntimeContext.Counter("questions"));
        _questions.Open();
    }

    public Task<IReadOnlyCollection<TOut>> InvokeAsync(TIn value, CancellationToken cancellationToken)
    {
        if (key(value) is not { } wanted)
            return Task.FromResult<IReadOnlyCollection<TOut>>(_results.Of(value, []));
        return _results.Find(wanted) is { } rows
            ? Task.FromResult<IReadOnlyCollection<TOut>>(_results.Of(value, rows))
            : AskAsync(value, wanted, cancellationToken);
    }

    public override void Close() => _questions?.Dispose();

    private async Task<IReadOnlyCollection<TOut>> AskAsync(TIn value, TKey wanted, CancellationToken cancellationToken)
    {
        var found = await _questions!.AskAsync(wanted).WaitAsync(cancellationToken).ConfigureAwait(false);
        return _results.Of(value, _results.Take(wanted, found));
    }
}
