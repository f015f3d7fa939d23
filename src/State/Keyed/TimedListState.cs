namespace Akka.Flink.State.Keyed;

using Akka.Flink.State.Tables;

/// <summary>A list for each slot, whose elements expire by themselves.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <param name="name">The state's name.</param>
/// <param name="space">The slots of lists.</param>
/// <param name="elements">The slots of Elements.</param>
/// <param name="column">The Elements.</param>
/// <param name="expiry">The rules applied to the Elements.</param>
/// <param name="ttl">The rules.</param>
internal sealed class TimedListState<T>(
    string name, SlotSpace space, ElementSpace elements, Column<Timed<T>> column, TimedColumn<T> expiry, TimeToLive ttl)
    : ListStateBase<T>(name, space, elements)
{
    /// <inheritdoc/>
    public override void Add(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var list = Slot;
        CleanUp();
        expiry.Set(Elements.Add(list), value);
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        var list = Slot;
        for (var i = Elements.FirstOf(list); i >= 0; i = Elements.FirstOf(list))
            Remove(i);
    }

    /// <inheritdoc/>
    public override IEnumerator<T> GetEnumerator()
    {
        var list = Slot;
        CleanUp();
        return Seen(list).GetEnumerator();
    }

    // As Flink does: expired elements stay stored until all of a list have expired, which matters where they may still be seen;
    // reading renews those that have not, and then drops those that have.
    private List<T> Seen(int list)
    {
        var seen = new List<T>();
        var anyLives = AnyLives(list);
        for (int i = Elements.FirstOf(list), next; i >= 0; i = next)
        {
            next = Elements.NextOf(i);
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
        for (var i = Elements.FirstOf(list); i >= 0; i = Elements.NextOf(i))
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
        Elements.Unlink(element);
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
