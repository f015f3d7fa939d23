using Akka.Flink;
using Akka.Flink.Functions;

public static class AsyncIO
{
    public static void Ordered(StreamExecutionEnvironment env)
    {
        #region async-ordered
        var words = env.FromElements("one", "two", "three");

        AsyncDataStream.OrderedWait(words, new Lengths(), timeout: TimeSpan.FromSeconds(10), capacity: 20)
           .Print();
        #endregion
    }

    public static void Unordered(StreamExecutionEnvironment env)
    {
        #region async-unordered
        var numbers = env.FromElements(30, 1, 2);

        AsyncDataStream.UnorderedWait(numbers, Ask, timeout: TimeSpan.FromMinutes(1))
           .Print();

        static async Task<string> Ask(int number, CancellationToken cancellationToken)
        {
            await Task.Delay(number, cancellationToken);
            return $"{number} took its time";
        }
        #endregion
    }

    public static void Timeout(StreamExecutionEnvironment env)
    {
        #region async-timeout
        var words = env.FromElements("one", "never", "two");

        AsyncDataStream.OrderedWait(words, new SometimesSilent(), timeout: TimeSpan.FromMilliseconds(50))
           .Print();
        #endregion
    }

    public static void Retry(StreamExecutionEnvironment env)
    {
        #region async-retry
        var words = env.FromElements("a", "b");
        var retry = AsyncRetryStrategies.FixedDelay<string>(maxAttempts: 3, TimeSpan.FromMilliseconds(5))
           .IfException(failure => failure is IOException);

        AsyncDataStream.OrderedWaitWithRetry(words, new Unreliable(), TimeSpan.FromSeconds(10), 20, retry)
           .Print();
        #endregion
    }
}

#region async-function
public sealed class Lengths : RichFunction, IAsyncFunction<string, string>
{
    public async Task<IReadOnlyCollection<string>> InvokeAsync(string word, CancellationToken cancellationToken)
    {
        await Task.Delay(10 - word.Length, cancellationToken);   // a service that takes its time
        return [$"{word} has {word.Length} letters"];
    }

    public IReadOnlyCollection<string> Timeout(string word) => [$"{word}: no answer"];
}
#endregion

public sealed class Unreliable : IAsyncFunction<string, string>
{
    private readonly HashSet<string> _seen = [];

    public Task<IReadOnlyCollection<string>> InvokeAsync(string word, CancellationToken cancellationToken) =>
        _seen.Add(word)
            ? throw new IOException("Not now.")
            : Task.FromResult<IReadOnlyCollection<string>>([$"{word}, the second time"]);
}

#region async-timeout-class
public sealed class SometimesSilent : IAsyncFunction<string, string>
{
    public async Task<IReadOnlyCollection<string>> InvokeAsync(string word, CancellationToken cancellationToken)
    {
        if (word == "never")
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);   // the token ends it when the time is up
        return [word];
    }

    IReadOnlyCollection<string> IAsyncFunction<string, string>.Timeout(string word) => [$"{word} answered"];
}
#endregion
