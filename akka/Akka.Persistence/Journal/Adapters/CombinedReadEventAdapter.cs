namespace Akka.Persistence.Journal;

using Akka.Pattern;

/// <summary>Several adapters for one type: what each of them reads, one after the other. It cannot write.</summary>
public sealed class CombinedReadEventAdapter : IEventAdapter
{
    public CombinedReadEventAdapter(IEnumerable<IEventAdapter> adapters)
    {
        Adapters = adapters;
    }

    public IEnumerable<IEventAdapter> Adapters { get; }

    public string Manifest(object evt) => throw OnlyReads();

    public object ToJournal(object evt) => throw OnlyReads();

    public IEventSequence FromJournal(object evt, string manifest)
    {
        var events = new List<object>();
        foreach (var adapter in Adapters)
            events.AddRange(adapter.FromJournal(evt, manifest).Events);

        return EventSequence.Create(events);
    }

    private static IllegalStateException OnlyReads() => new(
        "CombinedReadEventAdapter must not be used when writing (creating manifests) events! "
        + "Bind exactly one event adapter to a type that is written.");
}
