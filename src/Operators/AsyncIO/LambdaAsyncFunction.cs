namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <summary>An asynchronous function of a delegate, with one result for each record.</summary>
/// <typeparam name="TIn">The type of records.</typeparam>
/// <typeparam name="TOut">The type of results.</typeparam>
/// <param name="call">The delegate.</param>
internal sealed class LambdaAsyncFunction<TIn, TOut>(Func<TIn, CancellationToken, Task<TOut>> call) : IAsyncFunction<TIn, TOut>
{
    public Task<IReadOnlyCollection<TOut>> InvokeAsync(TIn value, CancellationToken cancellationToken) =>
        call(value, cancellationToken).ContinueWith<IReadOnlyCollection<TOut>>(
            static task => [task.GetAwaiter().GetResult()], CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
}
