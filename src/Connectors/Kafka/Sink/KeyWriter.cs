namespace Akka.Flink.Connectors.Kafka;

using System.Buffers;

/// <summary>Writes the key of a record.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="value">The record.</param>
/// <param name="buffer">Empty; to be written to, if it helps.</param>
/// <returns>The key; null for none.</returns>
internal delegate byte[]? KeyWriter<in T>(T value, ArrayBufferWriter<byte> buffer);
