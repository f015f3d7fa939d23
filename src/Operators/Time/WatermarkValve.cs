namespace Akka.Flink.Operators;

/// <summary>What several channels of one input let through: the smallest watermark of the channels that are active and aligned, and one
/// status.</summary>
/// <remarks>
/// <para>A channel's watermark only rises. A channel that turns active again holds nothing back until its own watermark has reached what
/// was let through. Watermarks of idle channels are ignored. When the last one turns idle and was
/// what held the others back, the largest watermark of all is let through first; then the status.</para>
/// <para><b>Flink.</b> <c>StatusWatermarkValve</c>.</para>
/// </remarks>
internal sealed class WatermarkValve
{
    private readonly long[] _watermarks;
    private readonly bool[] _idle;
    private readonly bool[] _aligned;
    private bool _isIdle;

    /// <summary>All channels active and aligned.</summary>
    /// <param name="channels">How many there are.</param>
    public WatermarkValve(int channels)
    {
        _watermarks = new long[channels];
        _idle = new bool[channels];
        _aligned = new bool[channels];
        Array.Fill(_watermarks, long.MinValue);
        Array.Fill(_aligned, true);
    }

    /// <summary>The last watermark that was let through.</summary>
    public long WatermarkMs { get; private set; } = long.MinValue;

    /// <summary>Takes a watermark of a channel.</summary>
    /// <param name="channel">Its index.</param>
    /// <param name="watermarkMs">The watermark.</param>
    /// <returns>Whether <see cref="WatermarkMs"/> has risen and is to be handed on.</returns>
    public bool TakeWatermark(int channel, long watermarkMs)
    {
        if (_isIdle || _idle[channel] || watermarkMs <= _watermarks[channel])
            return false;

        _watermarks[channel] = watermarkMs;
        _aligned[channel] |= watermarkMs >= WatermarkMs;
        return LetThroughSmallest();
    }

    /// <summary>Takes a status of a channel.</summary>
    /// <param name="channel">Its index.</param>
    /// <param name="idle">The status.</param>
    /// <returns>What is to be handed on.</returns>
    public Change TakeStatus(int channel, bool idle)
    {
        if (_idle[channel] == idle)
            return default;

        _idle[channel] = idle;
        return idle ? TurnIdle(channel) : TurnActive(channel);
    }

    /// <summary>The same state, apart from this.</summary>
    public WatermarkValve Copy()
    {
        var copy = new WatermarkValve(_watermarks.Length) { _isIdle = _isIdle, WatermarkMs = WatermarkMs };
        _watermarks.CopyTo(copy._watermarks, 0);
        _idle.CopyTo(copy._idle, 0);
        _aligned.CopyTo(copy._aligned, 0);
        return copy;
    }

    private Change TurnIdle(int channel)
    {
        _aligned[channel] = false;
        if (!Array.TrueForAll(_idle, each => each))
            return new Change(LetThroughSmallest(), HasNewStatus: false);

        _isIdle = true;
        var largest = _watermarks.Max();
        if (_watermarks[channel] != WatermarkMs || largest <= WatermarkMs)   // the last one held nothing back: it was behind itself
            return new Change(HasRisen: false, HasNewStatus: true);

        WatermarkMs = largest;
        return new Change(HasRisen: true, HasNewStatus: true);
    }

    private Change TurnActive(int channel)
    {
        _aligned[channel] = _watermarks[channel] >= WatermarkMs;
        var wasIdle = _isIdle;
        _isIdle = false;
        return new Change(LetThroughSmallest(), wasIdle);
    }

    private bool LetThroughSmallest()
    {
        var smallest = long.MaxValue;
        var any = false;
        for (var i = 0; i < _aligned.Length; i++)
        {
            if (!_aligned[i])
                continue;

            any = true;
            smallest = Math.Min(smallest, _watermarks[i]);
        }

        if (!any || smallest <= WatermarkMs)
            return false;

        WatermarkMs = smallest;
        return true;
    }

    /// <summary>What a channel's status changes. When both are set, idle follows the watermark, and active precedes it.</summary>
    /// <param name="HasRisen">Whether the watermark has risen.</param>
    /// <param name="HasNewStatus">Whether the status that the channel took holds for all now.</param>
    public readonly record struct Change(bool HasRisen, bool HasNewStatus);
}
