namespace Akka.Flink.Formats;

/// <summary>How records are read from bytes.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks><para><b>Threads.</b> All subtasks share a format; each reader works with a deserializer of its own.</para>
/// <para><b>Flink.</b> <c>DeserializationSchema</c>.</para></remarks>
public interface IDeserializationFormat<T>
{
    /// <summary>How records follow each other where many of them stand in one file.</summary>
    RecordFraming Framing { get; }

    /// <summary>Whether a file begins with a line that is no record, for <see cref="IRecordDeserializer{T}.ReadHeader"/>.</summary>
    bool HasHeader => false;

    /// <summary>Makes the deserializer of one reader.</summary>
    /// <returns>The deserializer.</returns>
    IRecordDeserializer<T> CreateDeserializer();
}
