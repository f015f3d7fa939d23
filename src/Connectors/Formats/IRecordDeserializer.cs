namespace Akka.Flink.Formats;

/// <summary>Reads records from bytes, one at a time.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks><para><b>Threads.</b> One at a time: its reader's.</para></remarks>
public interface IRecordDeserializer<T>
{
    /// <summary>Reads a record.</summary>
    /// <param name="bytes">The bytes of this record alone; not to be kept.</param>
    /// <returns>The record.</returns>
    /// <exception cref="Exception">The bytes are malformed. Any exception that is not a <see cref="FlinkException"/> says so, its message
    /// says what is wrong.</exception>
    T Deserialize(ReadOnlySpan<byte> bytes);

    /// <summary>Takes the line at the beginning of a file, where <see cref="IDeserializationFormat{T}.HasHeader"/>; the last one
    /// holds.</summary>
    /// <param name="line">The line without its end; not to be kept.</param>
    /// <exception cref="FormatException">The header does not fit the records.</exception>
    void ReadHeader(ReadOnlySpan<byte> line)
    {
    }
}
