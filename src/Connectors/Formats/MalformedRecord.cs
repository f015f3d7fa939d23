namespace Akka.Flink.Formats;

/// <summary>Bytes that could not be read as a record.</summary>
/// <param name="Source">Where they stand: a file's path, or a topic with its partition.</param>
/// <param name="Position">Where in it they begin: a byte of the file, or an offset.</param>
/// <param name="Bytes">The bytes as they are.</param>
/// <param name="Message">What is wrong with them.</param>
public sealed record MalformedRecord(string Source, long Position, byte[] Bytes, string Message);
