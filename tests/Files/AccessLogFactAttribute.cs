namespace Akka.Flink.Files.Tests;

/// <summary>A fact over a real access log; skipped, with the reason, where it does not lie beside the checkout.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AccessLogFactAttribute : FactAttribute
{
    public AccessLogFactAttribute()
    {
        if (SharedData.AccessLog is null)
            Skip = "There is no '../shared/data/access.log' beside the checkout. Put one there to run this test.";
    }
}
