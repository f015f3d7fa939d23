namespace Akka.Flink.Operators;

/// <summary>Wakes a task up from any thread: it goes on with what its operators have at the next opportunity, between two
/// batches.</summary>
/// <param name="onRing">Called when it rings; null where nobody sleeps.</param>
internal sealed class TaskDoorbell(Action? onRing)
{
    /// <summary>One that nobody hears.</summary>
    public static readonly TaskDoorbell Silent = new(null);

    /// <summary>Rings.</summary>
    /// <remarks><para><b>Threads.</b> Any.</para></remarks>
    public void Ring() => onRing?.Invoke();
}
