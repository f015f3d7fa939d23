namespace Akka.Flink.Jobs;

using System.Runtime.CompilerServices;

/// <summary>One event of the comparison jobs.</summary>
/// <param name="Key">0 to K - 1.</param>
/// <param name="Value">0 to 255.</param>
/// <param name="TimestampMs">Event time; at most 63 ms out of order.</param>
internal readonly record struct Event(long Key, long Value, long TimestampMs);

/// <summary>Makes the events of the comparison jobs by arithmetic alone, so that every engine has the same input at the same
/// cost.</summary>
internal readonly struct Generator
{
    /// <summary>How far the watermark stays behind the largest timestamp.</summary>
    public const long WatermarkLagMs = 65;

    private const long FirstMs = 1_000_000;

    private readonly ulong _keys;
    private readonly ulong _reciprocal;

    /// <summary>Events over so many keys.</summary>
    public Generator(long keys)
    {
        _keys = (ulong)keys;
        _reciprocal = ulong.MaxValue / _keys;
    }

    /// <summary>The mixing function of SplitMix64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>What a result adds to the checksum; the sum does not depend on order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Row(long a, long b, long c, long d) => Mix(Mix(Mix(Mix((ulong)a) ^ (ulong)b) ^ (ulong)c) ^ (ulong)d);

    /// <summary>The event with a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Event At(long number)
    {
        var x = Mix((ulong)number);
        var timestampMs = FirstMs + (number / 1000) - (long)((x >> 8) & 63);
        return new Event((long)Modulo(x >> 1), (long)((x >> 40) & 0xFF), timestampMs);
    }

    // The quotient by a multiplication is right or one too small.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Modulo(ulong x)
    {
        var remainder = x - (Math.BigMul(x, _reciprocal, out _) * _keys);
        return remainder >= _keys ? remainder - _keys : remainder;
    }
}
