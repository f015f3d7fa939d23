namespace Akka.Flink.Runtime;

/// <summary>Waits until a <see cref="NodeBudget"/> has room.</summary>
internal interface IBudgetWaiter
{
    /// <summary>There is room: it may take once, whoever else has come meanwhile.</summary>
    void RoomReturned();
}
