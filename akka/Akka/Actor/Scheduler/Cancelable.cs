namespace Akka.Actor;

/// <summary>An <see cref="ICancelable"/> whose delays run on a scheduler.</summary>
public class Cancelable : ICancelable, IDisposable
{
    private readonly IActionScheduler _scheduler;
    private readonly CancellationTokenSource _source;

    public Cancelable(IActionScheduler scheduler, TimeSpan delay)
        : this(scheduler) => CancelAfter(delay);

    public Cancelable(IScheduler scheduler, TimeSpan delay)
        : this(scheduler) => CancelAfter(delay);

    public Cancelable(IScheduler scheduler, int millisecondsDelay)
        : this(scheduler) => CancelAfter(millisecondsDelay);

    public Cancelable(IScheduler scheduler)
        : this(scheduler.Advanced)
    {
    }

    public Cancelable(IActionScheduler scheduler)
        : this(scheduler, new CancellationTokenSource())
    {
    }

    private Cancelable(IActionScheduler scheduler, CancellationTokenSource source)
    {
        _scheduler = scheduler;
        _source = source;
    }

    public bool IsCancellationRequested => _source.IsCancellationRequested;

    public bool IsDisposed { get; private set; }

    public CancellationToken Token => _source.Token;

    public static ICancelable CreateCanceled() => AlreadyCanceledCancelable.Instance;

    public static ICancelable CreateLinkedCancelable(IScheduler scheduler, params ICancelable[] cancelables) =>
        CreateLinkedCancelable(scheduler.Advanced, cancelables);

    public static ICancelable CreateLinkedCancelable(IActionScheduler scheduler, params ICancelable[] cancelables) =>
        CreateLinkedCancelable(scheduler, Array.ConvertAll(cancelables, cancelable => cancelable.Token));

    public static ICancelable CreateLinkedCancelable(IScheduler scheduler, params CancellationToken[] cancellationTokens) =>
        CreateLinkedCancelable(scheduler.Advanced, cancellationTokens);

    public static ICancelable CreateLinkedCancelable(IActionScheduler scheduler, params CancellationToken[] cancellationTokens) =>
        new Cancelable(scheduler, CancellationTokenSource.CreateLinkedTokenSource(cancellationTokens));

    public void Cancel() => Cancel(throwOnFirstException: false);

    public void Cancel(bool throwOnFirstException)
    {
        ThrowIfDisposed();
        _source.Cancel(throwOnFirstException);
    }

    public void CancelAfter(TimeSpan delay)
    {
        if (delay < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(delay), $"The delay must be >= 0, it was {delay}");

        ScheduleCancel(delay);
    }

    public void CancelAfter(int millisecondsDelay)
    {
        if (millisecondsDelay < 0)
            throw new ArgumentOutOfRangeException(nameof(millisecondsDelay), $"The delay must be >= 0, it was {millisecondsDelay}");

        ScheduleCancel(TimeSpan.FromMilliseconds(millisecondsDelay));
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (IsDisposed)
            return;

        IsDisposed = true;
        if (disposing)
            _source.Dispose();
    }

    private void ScheduleCancel(TimeSpan delay)
    {
        ThrowIfDisposed();
        if (delay == TimeSpan.Zero)
            _source.Cancel(throwOnFirstException: false);
        else
            _scheduler.ScheduleOnce(delay, CancelUnlessDisposed, this);
    }

    private void CancelUnlessDisposed()
    {
        if (!IsDisposed)
            _source.Cancel();
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(IsDisposed, this);
}
