namespace Akka.Flink.State.Tests.Serialization;

internal record Click(string PageUrl, string UserId, DateTimeOffset At, int? Depth = null);
