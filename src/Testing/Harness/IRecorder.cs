namespace Akka.Flink.Testing;

/// <summary>Takes what comes out of a pipeline.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal interface IRecorder<in T>
{
    /// <summary>Takes a record.</summary>
    /// <param name="value">The value.</param>
    /// <param name="timestampMs">Its timestamp; null when it has none.</param>
    void Record(T value, long? timestampMs);

    /// <summary>Takes a watermark.</summary>
    /// <param name="watermarkMs">Milliseconds since the epoch.</param>
    void Watermark(long watermarkMs);

    /// <summary>Takes a status.</summary>
    /// <param name="idle">Whether the stream is idle from now on.</param>
    void Status(bool idle);
}
