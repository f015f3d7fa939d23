namespace Akka.Flink.Operators;

/// <summary>The watermark of several inputs of one operator, or several splits of one reader: the smallest of those that are not
/// idle.</summary>
/// <remarks>
/// <para>It only rises. A watermark of an idle input makes it active. When the last one turns idle, the largest of all counts. An input
/// that comes back with a smaller watermark holds it at once; <see cref="WatermarkValve"/> is different there.</para>
/// <para><b>Flink.</b> <c>CombinedWatermarkStatus</c>.</para>
/// </remarks>
internal sealed class CombinedWatermark
{
    private long[] _watermarks;
    private bool[] _idle;
    private bool[] _gone;

    /// <summary>All active, none with a watermark.</summary>
    /// <param name="inputs">How many inputs there are.</param>
    public CombinedWatermark(int inputs)
    {
        _watermarks = new long[inputs];
        _idle = new bool[inputs];
        _gone = new bool[inputs];
        Array.Fill(_watermarks, long.MinValue);
    }

    /// <summary>The watermark that holds for all.</summary>
    public long WatermarkMs { get; private set; } = long.MinValue;

    /// <summary>Whether all inputs are idle.</summary>
    public bool IsIdle { get; private set; }

    /// <summary>Adds an input, active and without a watermark, perhaps in the place of one that was removed.</summary>
    /// <returns>Its index.</returns>
    public int Add()
    {
        IsIdle = false;
        var place = Array.IndexOf(_gone, true);
        if (place >= 0)
        {
            (_watermarks[place], _idle[place], _gone[place]) = (long.MinValue, false, false);
            return place;
        }

        _watermarks = [.. _watermarks, long.MinValue];
        _idle = [.. _idle, false];
        _gone = [.. _gone, false];
        return _idle.Length - 1;
    }

    /// <summary>Removes an input: nobody waits for it any more. Without any input left the watermark stays as it is.</summary>
    /// <param name="input">Its index.</param>
    /// <returns>Whether <see cref="WatermarkMs"/> has risen.</returns>
    public bool Remove(int input)
    {
        _gone[input] = true;
        return Update();
    }

    /// <summary>Takes the watermark of an input.</summary>
    /// <param name="input">Its index.</param>
    /// <param name="watermarkMs">The watermark.</param>
    /// <returns>Whether <see cref="WatermarkMs"/> has risen.</returns>
    public bool SetWatermark(int input, long watermarkMs)
    {
        _idle[input] = false;
        if (watermarkMs <= _watermarks[input])
            return false;

        _watermarks[input] = watermarkMs;
        return Update();
    }

    /// <summary>Takes the status of an input.</summary>
    /// <param name="input">Its index.</param>
    /// <param name="idle">Whether it is idle.</param>
    /// <returns>Whether <see cref="WatermarkMs"/> has risen.</returns>
    public bool SetIdle(int input, bool idle)
    {
        _idle[input] = idle;
        return Update();
    }

    /// <summary>The same state, apart from this.</summary>
    public CombinedWatermark Copy() => new(0)
    {
        _watermarks = [.. _watermarks],
        _idle = [.. _idle],
        _gone = [.. _gone],
        WatermarkMs = WatermarkMs,
        IsIdle = IsIdle,
    };

    private bool Update()
    {
        var smallest = long.MaxValue;
        var largest = long.MinValue;
        var allIdle = true;
        var isEmpty = true;
        for (var i = 0; i < _idle.Length; i++)
        {
            if (_gone[i])
                continue;

            isEmpty = false;
            largest = Math.Max(largest, _watermarks[i]);
            if (_idle[i])
                continue;

            smallest = Math.Min(smallest, _watermarks[i]);
            allIdle = false;
        }

        IsIdle = allIdle && !isEmpty;
        if (isEmpty)
            return false;

        var combined = allIdle ? largest : smallest;
        if (combined <= WatermarkMs)
            return false;

        WatermarkMs = combined;
        return true;
    }
}
