namespace Akka.Remote.Transport;

using System.Diagnostics.Metrics;
using Akka.Actor;

/// <summary>What remoting counts, for whoever listens to the meter <c>Akka.Remote</c>.</summary>
internal static class RemotingMetrics
{
    private static readonly Meter Meter = new("Akka.Remote");

    private static readonly Counter<long> DroppedMessages = Meter.CreateCounter<long>(
        "remoting.messages.dropped", "{message}", "Messages to other systems that were dropped before they were sent.");

    public static void Dropped(int count, Address remote, string reason) => DroppedMessages.Add(
        count, new KeyValuePair<string, object>("remote", remote), new KeyValuePair<string, object>("reason", reason));
}
