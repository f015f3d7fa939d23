namespace Akka.Flink.Files.Tests.Writing;

/// <summary>A fact that needs a disk of a few kilobytes; skipped, with the reason, where this user may not mount one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (!SmallDisk.CanMount)
            Skip = "A small disk could not be mounted. Run the tests on Linux as root, with mount allowed.";
    }
}
