namespace Akka.Flink.Chaos.Tests.Faults;

using System.Diagnostics;
using System.Globalization;

/// <summary>The disk with the state of all jobs and the record of their checkpoints stands still most of the time.</summary>
/// <param name="disk">The disk.</param>
internal sealed class DiskSlow(SharedDisk disk) : IFault
{
    public string Kind => "disk-slow";

    public string? Missing => disk.Missing;

    public async Task<string> StrikeAsync(Arena arena, Random random)
    {
        var time = random.Between(3, 8);
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            disk.Freeze();
            await Pace.HoldAsync(random.Between(0.3, 1));
            disk.Thaw();
            await Pace.HoldAsync(random.Between(0.05, 0.2));
        }

        return string.Create(CultureInfo.InvariantCulture, $"for {time.TotalSeconds:0.0} s");
    }
}
