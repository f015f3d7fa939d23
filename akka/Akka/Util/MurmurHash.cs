namespace Akka.Util;

/// <summary>The MurmurHash3 variant by which the toolkit spreads keys, equal on every node and in every run.</summary>
public static class MurmurHash
{
    public const uint StartMagicA = 0x95543787;
    public const uint StartMagicB = 0x2ad7eb25;

    private const uint VisibleMagic = 0x971e137b;
    private const uint HiddenMagicA = 0x95543787;
    private const uint HiddenMagicB = 0x2ad7eb25;
    private const uint VisibleMixer = 0x52dce729;
    private const uint HiddenMixerA = 0x7b7d159c;
    private const uint HiddenMixerB = 0x6bce6396;
    private const uint FinalMixer1 = 0x85ebca6b;
    private const uint FinalMixer2 = 0xc2b2ae35;
    private const uint SeedArray = 0x3c074a61;
    private const uint SeedString = 0xf7ca7fd2;

    public static int ArrayHash<T>(T[] a)
    {
        var hash = StartHash((uint)a.Length * SeedArray);
        var c = HiddenMagicA;
        var k = HiddenMagicB;
        foreach (var item in a)
        {
            hash = ExtendHash(hash, (uint)item.GetHashCode(), c, k);
            c = NextMagicA(c);
            k = NextMagicB(k);
        }

        return (int)FinalizeHash(hash);
    }

    public static int ByteHash(byte[] b) => ArrayHash(b);

    public static uint ExtendHash(uint hash, uint value, uint magicA, uint magicB) =>
        (hash ^ (uint.RotateLeft(value * magicA, 11) * magicB)) * 3 + VisibleMixer;

    public static uint FinalizeHash(uint hash)
    {
        var i = hash ^ (hash >> 16);
        i *= FinalMixer1;
        i ^= i >> 13;
        i *= FinalMixer2;
        return i ^ (i >> 16);
    }

    public static uint NextMagicA(uint magicA) => (magicA * 5) + HiddenMixerA;

    public static uint NextMagicB(uint magicB) => (magicB * 5) + HiddenMixerB;

    public static uint StartHash(uint seed) => seed ^ VisibleMagic;

    public static int StringHash(string s)
    {
        var hash = StartHash((uint)s.Length * SeedString);
        var c = HiddenMagicA;
        var k = HiddenMagicB;
        var at = 0;
        while (at + 1 < s.Length)
        {
            hash = ExtendHash(hash, ((uint)s[at] << 16) + s[at + 1], c, k);
            c = NextMagicA(c);
            k = NextMagicB(k);
            at += 2;
        }

        if (at < s.Length)
            hash = ExtendHash(hash, s[at], c, k);

        return (int)FinalizeHash(hash);
    }

    public static int SymmetricHash<T>(IEnumerable<T> xs, uint seed)
    {
        var a = 0u;
        var b = 0u;
        var n = 0u;
        var c = 1u;
        foreach (var item in xs)
        {
            var hash = (uint)item.GetHashCode();
            a += hash;
            b ^= hash;
            if (hash != 0)
                c *= hash;
            n++;
        }

        var result = StartHash(seed * n);
        result = ExtendHash(result, a, StartMagicA, StartMagicB);
        result = ExtendHash(result, b, NextMagicA(StartMagicA), NextMagicB(StartMagicB));
        result = ExtendHash(result, c, NextMagicA(NextMagicA(StartMagicA)), NextMagicB(NextMagicB(StartMagicB)));
        return (int)FinalizeHash(result);
    }
}
