namespace Akka.Util;

using Akka.Actor;

/// <summary>A queue of envelopes by priority; equal priorities come in any order.</summary>
public sealed class ListPriorityQueue
{
    private readonly PriorityHeap _heap;

    public ListPriorityQueue(int initialCapacity, Func<object, int> priorityCalculator) =>
        _heap = new PriorityHeap(initialCapacity, priorityCalculator, stable: false);

    public int Count() => _heap.Count;

    public Envelope Dequeue() => _heap.Dequeue();

    public void Enqueue(Envelope item) => _heap.Enqueue(item);

    public bool IsConsistent() => _heap.IsConsistent();

    public Envelope Peek() => _heap.Peek();

    public override string ToString() => _heap.ToString();
}
