namespace Akka.Actor;

/// <summary>Was cancelled before anyone saw it.</summary>
internal sealed class AlreadyCanceledCancelable : ICancelable
{
    public static readonly ICancelable Instance = new AlreadyCanceledCancelable();

    private AlreadyCanceledCancelable()
    {
    }

    public bool IsCancellationRequested => true;

    public CancellationToken Token => new(canceled: true);

    public void Cancel()
    {
    }

    public void Cancel(bool throwOnFirstException)
    {
    }

    public void CancelAfter(TimeSpan delay)
    {
    }

    public void CancelAfter(int millisecondsDelay)
    {
    }
}
