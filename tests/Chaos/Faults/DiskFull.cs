namespace Akka.Flink.Chaos.Tests.Faults;

using System.Globalization;

/// <summary>Nothing more fits on the disk with the state of jobs and the record of their checkpoints; later there is room again.</summary>
/// <param name="disk">The disk.</param>
internal sealed class DiskFull(SharedDisk disk) : IFault
{
    public string Kind => "disk-full";

    public string? Missing => disk.Missing;

    public async Task<string> StrikeAsync(Arena arena, Random random)
    {
        var time = random.Between(1, 8);
        disk.Fill();
        await Pace.HoldAsync(time);
        disk.Empty();
        return string.Create(CultureInfo.InvariantCulture, $"for {time.TotalSeconds:0.0} s");
    }
}
