namespace Akka.Flink.Chaos.Tests.Faults;

/// <summary>Something that goes wrong and is put right again.</summary>
internal interface IFault
{
    /// <summary>What it is called in the report.</summary>
    string Kind { get; }

    /// <summary>Why this machine does not allow it; null when it does.</summary>
    string? Missing => null;

    /// <summary>Does it, lets it last, and puts it right; nodes that have ended are replaced by others.</summary>
    /// <param name="arena">What it is done to.</param>
    /// <param name="random">The script.</param>
    /// <returns>To whom, and for how long.</returns>
    Task<string> StrikeAsync(Arena arena, Random random);
}
