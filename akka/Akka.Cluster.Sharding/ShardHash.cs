namespace Akka.Cluster.Sharding;

using System.Numerics;

/// <summary>The hash of entity ids: that of the official packages, so that all nodes, old and new, find the same shard.</summary>
internal static class ShardHash
{
    private const uint Seed = 0x331df49;
    private const uint VisibleMagic = 0x971e137b;
    private const uint VisibleMixer = 0x52dce729;

    public static int Of(string text)
    {
        unchecked
        {
            var hash = (uint)text.Length * Seed ^ VisibleMagic;
            var magicA = 0x95543787u;
            var magicB = 0x2ad7eb25u;
            var i = 0;
            for (; i + 1 < text.Length; i += 2)
            {
                hash = Extend(hash, ((uint)text[i] << 16) + text[i + 1], magicA, magicB);
                magicA = magicA * 5 + 0x7b7d159c;
                magicB = magicB * 5 + 0x6bce6396;
            }

            if (i < text.Length)
                hash = Extend(hash, text[i], magicA, magicB);
            return (int)Finish(hash);
        }
    }

    private static uint Extend(uint hash, uint value, uint magicA, uint magicB) =>
        unchecked((hash ^ (BitOperations.RotateLeft(value * magicA, 11) * magicB)) * 3 + VisibleMixer);

    private static uint Finish(uint hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
            hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
            return hash ^ (hash >> 16);
        }
    }
}
