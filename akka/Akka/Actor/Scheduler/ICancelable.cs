namespace Akka.Actor;

/// <summary>Something that can be cancelled, now or after a time.</summary>
public interface ICancelable
{
    public bool IsCancellationRequested { get; }

    public CancellationToken Token { get; }

    public void Cancel();

    public void Cancel(bool throwOnFirstException);

    public void CancelAfter(TimeSpan delay);

    public void CancelAfter(int millisecondsDelay);
}
