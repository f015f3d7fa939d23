namespace Akka.TestKit.TestEvent;

using Akka.Actor;
using Akka.TestKit.Internal;

/// <summary>Takes filters away from the <see cref="TestEventListener"/>.</summary>
public sealed class Unmute : INoSerializationVerificationNeeded
{
    public Unmute(params EventFilterBase[] filters) => Filters = filters;

    public Unmute(IReadOnlyCollection<EventFilterBase> filters) => Filters = filters;

    public IReadOnlyCollection<EventFilterBase> Filters { get; }
}
