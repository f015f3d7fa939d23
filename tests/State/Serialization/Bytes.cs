namespace Akka.Flink.State.Tests.Serialization;

using System.Buffers;

/// <summary>Values to bytes and back, and what was left over.</summary>
internal static class Bytes
{
    public static byte[] OfKey<T>(T key)
    {
        var output = new ArrayBufferWriter<byte>();
        KeyCodecs.For<T>().Write(output, key);
        return output.WrittenSpan.ToArray();
    }

    public static T ToKey<T>(byte[] bytes)
    {
        ReadOnlySpan<byte> input = bytes;
        var key = KeyCodecs.For<T>().Read(ref input);
        Assert.True(input.IsEmpty);
        return key;
    }

    public static byte[] Of<T>(T value)
    {
        var output = new ArrayBufferWriter<byte>();
        TypeSerializers.For<T>().Write(output, value);
        return output.WrittenSpan.ToArray();
    }

    public static T To<T>(byte[] bytes) => To(TypeSerializers.For<T>(), bytes);

    public static T To<T>(ITypeSerializer<T> serializer, byte[] bytes)
    {
        ReadOnlySpan<byte> input = bytes;
        var value = serializer.Read(ref input);
        Assert.True(input.IsEmpty, $"{input.Length} bytes were left over");
        return value;
    }

    public static T RoundTrip<T>(T value) => To<T>(Of(value));

    /// <summary>The lines of a file of frozen bytes, without comments.</summary>
    public static List<string> GoldenLines(string name)
    {
        using var stream = typeof(Bytes).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }
}
