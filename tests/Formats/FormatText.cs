namespace Akka.Flink.Formats.Tests;

using System.Buffers;
using System.Text;

/// <summary>Formats from and to text.</summary>
internal static class FormatText
{
    public static string Write<T>(ISerializationFormat<T> format, params T[] values)
    {
        var serializer = format.CreateSerializer();
        var output = new ArrayBufferWriter<byte>();
        serializer.WriteHeader(output);
        foreach (var value in values)
        {
            serializer.Serialize(value, output);
            output.Write("\n"u8);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static T Read<T>(IDeserializationFormat<T> format, string text, string? header = null)
    {
        var deserializer = format.CreateDeserializer();
        if (header is not null)
            deserializer.ReadHeader(Encoding.UTF8.GetBytes(header));
        return deserializer.Deserialize(Encoding.UTF8.GetBytes(text));
    }
}
