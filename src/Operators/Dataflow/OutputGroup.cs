namespace Akka.Flink.Operators;

/// <summary>Several outputs that watermarks, status and end go to alike.</summary>
internal struct OutputGroup()
{
    private OutputControl[] _outputs = [];

    /// <summary>Whether all of them take more.</summary>
    public readonly bool IsWritable
    {
        get
        {
            foreach (var output in _outputs)
            {
                if (!output.IsWritable)
                    return false;
            }

            return true;
        }
    }

    /// <summary>An output.</summary>
    /// <param name="index">Its index, in the order in which they were added.</param>
    public readonly OutputControl this[int index] => _outputs[index];

    /// <summary>Adds an output.</summary>
    /// <param name="output">The output.</param>
    public void Add(OutputControl output) => _outputs = [.. _outputs, output];

    /// <summary>As <see cref="OutputControl.Flush"/>, for all.</summary>
    public readonly bool Flush()
    {
        var done = true;
        foreach (var output in _outputs)
            done &= output.Flush();
        return done;
    }

    /// <summary>As <see cref="OutputControl.EmitWatermark"/>, for all.</summary>
    /// <param name="watermarkMs">Milliseconds since the epoch.</param>
    public readonly bool EmitWatermark(long watermarkMs)
    {
        var done = true;
        foreach (var output in _outputs)
            done &= output.EmitWatermark(watermarkMs);
        return done;
    }

    /// <summary>As <see cref="OutputControl.EmitStatus"/>, for all.</summary>
    /// <param name="idle">Whether the stream is idle from now on.</param>
    public readonly bool EmitStatus(bool idle)
    {
        var done = true;
        foreach (var output in _outputs)
            done &= output.EmitStatus(idle);
        return done;
    }

    /// <summary>As <see cref="OutputControl.EmitEnd"/>, for all.</summary>
    public readonly bool EmitEnd()
    {
        var done = true;
        foreach (var output in _outputs)
            done &= output.EmitEnd();
        return done;
    }

    /// <summary>As <see cref="OutputControl.Resume"/>, for all.</summary>
    public readonly bool Resume()
    {
        var done = true;
        foreach (var output in _outputs)
            done &= output.Resume();
        return done;
    }
}
