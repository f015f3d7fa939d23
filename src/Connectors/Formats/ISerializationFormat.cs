namespace Akka.Flink.Formats;

/// <summary>How records are written as bytes.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks><para><b>Threads.</b> All subtasks share a format; each writer works with a serializer of its own.</para>
/// <para><b>Flink.</b> <c>SerializationSchema</c>, <c>Encoder</c>.</para></remarks>
public interface ISerializationFormat<T>
{
    /// <summary>Makes the serializer of one writer.</summary>
    /// <returns>The serializer.</returns>
    IRecordSerializer<T> CreateSerializer();
}
