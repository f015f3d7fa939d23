namespace Akka.Flink.State.Tests.Keyed;

using System.Buffers;
using System.Text;

/// <summary>A codec of the tests: UTF-8 behind a length byte.</summary>
internal struct StringCodec : IKeyCodec<string>
{
    public readonly uint Hash(string key)
    {
        var hash = 17u;
        foreach (var c in key)
            hash = (hash * 0x01000193) ^ c;
        return hash;
    }

    public readonly bool Equals(string left, string right) => left == right;

    public readonly void Write(IBufferWriter<byte> output, string key)
    {
        var bytes = Encoding.UTF8.GetBytes(key);
        output.Write([(byte)bytes.Length, .. bytes]);
    }

    public readonly string Read(ref ReadOnlySpan<byte> input)
    {
        var text = Encoding.UTF8.GetString(input.Slice(1, input[0]));
        input = input[(1 + input[0])..];
        return text;
    }
}
