namespace Akka.Flink.State.Tests.Serialization;

using System.Text;
using Akka.Flink.State.Serialization.Keys;
using FsCheck;
using FsCheck.Fluent;

/// <summary>The hash again, written from its definition alone.</summary>
public class KeyHashTests
{
    private const ulong A = 0xff51afd7ed558ccd;
    private const ulong B = 0xc4ceb9fe1a85ec53;
    private const ulong P = 0x9e3779b97f4a7c15;

    [Fact]
    public void Words_hash_as_defined() => Prop.ForAll<long>(word =>
        Assert.Equal(Mix((ulong)word), KeyCodecs.For<long>().Hash(word))).Quietly();

    [Fact]
    public void Integers_of_equal_value_hash_alike_whatever_their_width() => Prop.ForAll<short>(number =>
    {
        var hash = KeyCodecs.For<short>().Hash(number);

        Assert.Equal(hash, KeyCodecs.For<int>().Hash(number));
        Assert.Equal(hash, KeyCodecs.For<long>().Hash(number));
    }).Quietly();

    [Fact]
    public void Strings_hash_as_defined() => Prop.ForAll<string?>(text =>
    {
        var expected = text is null ? 0x7feb352d : OfBytes(Encoding.Unicode.GetBytes(text));

        // An encoder replaces lone surrogates; those are in the table of frozen vectors.
        if (text is null || text.All(unit => !char.IsSurrogate(unit)))
            Assert.Equal(expected, KeyCodecs.For<string?>().Hash(text));
    }).Quietly();

    [Fact]
    public void Bytes_hash_as_defined() => Prop.ForAll<byte[]>(bytes =>
        Assert.Equal(OfBytes(bytes), KeyHash.OfBytes(bytes))).Quietly();

    [Fact]
    public void Composites_hash_as_defined() => Prop.ForAll<int, string>((row, column) =>
    {
        var hash = Combine(Combine(2, KeyCodecs.For<int>().Hash(row)), KeyCodecs.For<string>().Hash(column));

        Assert.Equal(hash, KeyCodecs.For<(int, string)>().Hash((row, column)));
        Assert.Equal(hash, KeyCodecs.For<Cell>().Hash(new Cell(row, column)));
    }).Quietly();

    [Fact]
    public void Upper_and_lower_bits_spread_sequential_keys_evenly()
    {
        var codec = KeyCodecs.For<long>();
        var upper = new int[256];
        var lower = new int[256];
        for (var key = 0L; key < 256 * 256; key++)
        {
            upper[codec.Hash(key) >> 24]++;
            lower[codec.Hash(key) & 255]++;
        }

        Assert.All(upper.Concat(lower), count => Assert.InRange(count, 170, 350));
    }

    private static uint Mix(ulong x)
    {
        x ^= x >> 33;
        x *= A;
        x ^= x >> 33;
        x *= B;
        return (uint)(x >> 32);
    }

    private static ulong Fold(ulong x)
    {
        var product = (UInt128)x * P;
        return (ulong)(product >> 64) ^ (ulong)product;
    }

    private static uint OfBytes(byte[] bytes)
    {
        var h = B ^ (ulong)bytes.Length;
        foreach (var block in bytes.Chunk(8))
            h = Fold(h ^ block.Reverse().Aggregate(0UL, (word, next) => (word << 8) | next));

        return Mix(h);
    }

    private static uint Combine(uint h, uint c) => (uint)Fold((((ulong)h << 32) | c) ^ A);
}
