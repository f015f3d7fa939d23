namespace Akka.Flink.Formats;

using System.Buffers;

/// <summary>Writes records as bytes, one at a time.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks><para><b>Threads.</b> One at a time: its writer's.</para></remarks>
public interface IRecordSerializer<T>
{
    /// <summary>Writes a record, without anything behind it.</summary>
    /// <param name="value">The record.</param>
    /// <param name="output">Where to; advanced by exactly the bytes of the record.</param>
    void Serialize(T value, IBufferWriter<byte> output);

    /// <summary>Writes what stands at the beginning of a file, with its end of line; by default nothing.</summary>
    /// <param name="output">Where to.</param>
    void WriteHeader(IBufferWriter<byte> output)
    {
    }
}
