namespace Akka.Persistence.Journal;

using System.Collections.Immutable;

/// <summary>An event with tags, as a write adapter returns it to a journal that can find events by tag.</summary>
public struct Tagged
{
    public Tagged(object payload, IEnumerable<string> tags)
    {
        Payload = payload;
        Tags = tags.ToImmutableHashSet();
    }

    public Tagged(object payload, IImmutableSet<string> tags)
    {
        Payload = payload;
        Tags = tags;
    }

    public object Payload { get; }

    public IImmutableSet<string> Tags { get; }
}
