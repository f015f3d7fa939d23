namespace Akka.Pattern;

using Akka.Actor;

/// <summary>Starts work after a time.</summary>
public static class FutureTimeoutSupport
{
    public static Task<T> After<T>(TimeSpan duration, IScheduler scheduler, Func<Task<T>> value)
    {
        if (duration <= TimeSpan.Zero)
            return Run(value);

        var result = new TaskCompletionSource<Task<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
        scheduler.Advanced.ScheduleOnce(duration, () => result.TrySetResult(Run(value)));
        return result.Task.Unwrap();
    }

    private static async Task<T> Run<T>(Func<Task<T>> value) => await value().ConfigureAwait(false);
}
