namespace Akka.Flink.Chaos.Tests.Audit;

using System.Collections;

/// <summary>A set of numbers from 0 on, a bit for each.</summary>
internal sealed class Bitmap
{
    private readonly BitArray _bits = new(1 << 16);

    /// <summary>Adds a number.</summary>
    /// <returns>Whether it was not there.</returns>
    public bool Add(long number)
    {
        while (number >= _bits.Length)
            _bits.Length *= 2;
        if (_bits[(int)number])
            return false;

        _bits[(int)number] = true;
        return true;
    }

    public bool Contains(long number) => number < _bits.Length && _bits[(int)number];
}
