namespace Akka.TestKit.TestEvent;

using Akka.Actor;
using Akka.TestKit.Internal;

/// <summary>Tells the <see cref="TestEventListener"/> not to print what one of the filters matches.</summary>
public sealed class Mute : INoSerializationVerificationNeeded
{
    public Mute(params EventFilterBase[] filters) => Filters = filters;

    public Mute(IReadOnlyCollection<EventFilterBase> filters) => Filters = filters;

    public IReadOnlyCollection<EventFilterBase> Filters { get; }
}
