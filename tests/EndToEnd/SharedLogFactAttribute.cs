namespace Akka.Flink.EndToEnd.Tests;

using Akka.Flink.EndToEnd.Tests.Support;

/// <summary>A fact over a real access log; skipped, with the reason, where it does not lie beside the checkout.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedLogFactAttribute : FactAttribute
{
    public SharedLogFactAttribute()
    {
        if (Logs.Shared is null)
            Skip = "There is no '../shared/data/access.log' beside the checkout. Put one there to run this test.";
    }
}
