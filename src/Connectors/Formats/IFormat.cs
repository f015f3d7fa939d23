namespace Akka.Flink.Formats;

/// <summary>How records are read from bytes and written as bytes.</summary>
/// <typeparam name="T">The type of records.</typeparam>
public interface IFormat<T> : IDeserializationFormat<T>, ISerializationFormat<T>;
