namespace Akka.Flink.Operators;

/// <summary>An output, whatever the type of its records: what is needed to flush it and to pass on what is not a record.</summary>
public abstract class OutputControl
{
    /// <summary>Whether more may be emitted; false while what comes next takes nothing.</summary>
    public abstract bool IsWritable { get; }

    /// <summary>Hands over what was collected.</summary>
    /// <returns>Whether everything was taken.</returns>
    public abstract bool Flush();

    /// <summary>Emits a watermark behind the records.</summary>
    /// <param name="watermarkMs">Milliseconds since the epoch.</param>
    /// <returns>Whether it was dealt with; if not, it is kept, and <see cref="Resume"/> goes on.</returns>
    public abstract bool EmitWatermark(long watermarkMs);

    /// <summary>Emits a change of status behind the records.</summary>
    /// <param name="idle">Whether the stream is idle from now on.</param>
    /// <returns>Whether it was dealt with; if not, it is kept, and <see cref="Resume"/> goes on.</returns>
    public abstract bool EmitStatus(bool idle);

    /// <summary>Emits the end of the stream.</summary>
    /// <returns>Whether it was dealt with; if not, it is kept, and <see cref="Resume"/> goes on.</returns>
    public abstract bool EmitEnd();

    /// <summary>Goes on with what was not taken.</summary>
    /// <returns>Whether everything is taken now.</returns>
    public abstract bool Resume();
}
