namespace Akka.Flink.State.Keyed;

using System.Collections;
using Akka.Flink.State.Tables;

/// <summary>A list for each slot, whose elements expire by themselves.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <param name="name">The state's name.</param>
/// <param name="space">The slots of lists.</param>
/// <param name="elements">The slots of elements.</param>
/// <param name="column">The elements.</param>
/// <param name="expiry">The rules applied to the elements.</param>
/// <param name="ttl">The rules.</param>
internal sealed class TimedListState<T>(
    string name, SlotSpace space, ElementSpace elements, Column<Timed<T>> column, TimedColumn<T> expiry, TimeToLive ttl)
    : KeyedState(name, space), IListState<T>
{
    /// <inheritdoc/>
    public void Add(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var list = Slot;
        CleanUp();
        expiry.Set(elements.Add(list), value);
    }

    /// <inheritdoc/>
    public void AddAll(IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values as ICollection<T> ?? [.. values])   // what is lazy may read this very list
            Add(value);
    }

    /// <inheritdoc/>
    public void Update(IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var newElements = values as ICollection<T> ?? [.. values];
        Clear();
        AddAll(newElements);
    }

    /// <inheritdoc/>
    public override bool HasEntry(int slot) => elements.FirstOf(slot) >= 0;

    /// <inheritdoc/>
    public void Clear()
    {
        var list = Slot;
        for (var i = elements.FirstOf(list); i >= 0; i = elements.FirstOf(list))
            Remove(i);
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        var list = Slot;
        CleanUp();
        return Seen(list).GetEnumerator();
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // As Flink does: expired elements stay stored until all of a list have expired, which matters where they may still be seen;
    // reading renews those that have not, and then drops those that have.
    private List<T> Seen(int list)
    {
        var seen = new List<T>();
        var anyLives = AnyLives(list);
        for (int i = elements.FirstOf(list), next; i >= 0; i = next)
        {
            next = elements.NextOf(i);
            var isExpired = expiry.IsExpired(i);
            if (!isExpired || ttl.ReturnsExpired)
                seen.Add(Read(i));
            if (isExpired && (!anyLives || ttl.RenewsOnRead || !ttl.ReturnsExpired))
                Remove(i);
            else if (!isExpired && ttl.RenewsOnRead)
                column.GetOrAddRef(i, out _).AtMs = ttl.NowMs;
        }

        return seen;
    }

    private bool AnyLives(int list)
    {
        for (var i = elements.FirstOf(list); i >= 0; i = elements.NextOf(i))
        {
            if (!expiry.IsExpired(i))
                return true;
        }

        return false;
    }

    private T Read(int element)
    {
        column.TryGet(element, out var timed);
        return timed.Value;
    }

    private void Remove(int element)
    {
        elements.Unlink(element);
        column.Remove(element);
    }

    private void CleanUp()
    {
        Span<int> expired = stackalloc int[TimeToLive.LooksPerAccess];
        var count = expiry.FindExpired(expired);
        for (var i = 0; i < count; i++)
            Remove(expired[i]);
    }
}
