namespace Akka.Flink.Formats;

/// <summary>What a source does with bytes that cannot be read as a record.</summary>
/// <remarks>Whatever it is, the counter <c>malformedRecords</c> of the source counts them.</remarks>
public sealed class MalformedRecords
{
    /// <summary>The key, below <c>akka.flink</c>, that overrides what a source was built with: <c>fail</c> or <c>skip</c>.</summary>
    public const string Key = "connectors.malformed-records";

    private MalformedRecords(OutputTag<MalformedRecord>? tag, bool fails)
    {
        Tag = tag;
        Fails = fails;
    }

    /// <summary>The job fails, at once and for good: a restart would meet the same bytes again. The default.</summary>
    public static MalformedRecords Fail { get; } = new(null, fails: true);

    /// <summary>They are passed over and counted.</summary>
    public static MalformedRecords Skip { get; } = new(null, fails: false);

    /// <summary>Whether the job fails.</summary>
    public bool Fails { get; }

    /// <summary>The side output that they go to; null when there is none.</summary>
    public OutputTag<MalformedRecord>? Tag { get; }

    /// <summary>They go to a side output of the source, which <c>GetSideOutput</c> reads.</summary>
    /// <param name="tag">Names the side output.</param>
    /// <returns>What to do with malformed records.</returns>
    public static MalformedRecords ToSideOutput(OutputTag<MalformedRecord> tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return new MalformedRecords(tag, fails: false);
    }

    /// <summary>What holds for a source: what <see cref="Key"/> says, or else what it was built with.</summary>
    /// <param name="settings">What was set.</param>
    /// <returns>What to do with malformed records. A side output stays one where <c>skip</c> is set.</returns>
    /// <exception cref="JobException">The key holds something else than <c>fail</c> or <c>skip</c>.</exception>
    public MalformedRecords OverriddenBy(ISettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Find(Key) switch
        {
            null => this,
            "fail" => Fail,
            "skip" => Fails ? Skip : this,
            var other => throw FormatErrors.UnknownPolicy(other),
        };
    }
}
