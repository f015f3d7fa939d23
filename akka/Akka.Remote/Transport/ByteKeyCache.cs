namespace Akka.Remote.Transport;

using System.Buffers.Binary;

/// <summary>Remembers what was made of recent byte strings, one for each place: a later one with the same place replaces it.</summary>
/// <remarks>For one thread at a time.</remarks>
internal sealed class ByteKeyCache<TValue>(int capacity)
    where TValue : class
{
    private readonly Entry[] _entries = new Entry[capacity];
    private Entry _last;

    public bool TryGet(ReadOnlySpan<byte> key, out TValue value)
    {
        if (_last is null || !key.SequenceEqual(_last.Key))
        {
            var entry = _entries[Place(key)];
            if (entry is null || !key.SequenceEqual(entry.Key))
            {
                value = null;
                return false;
            }

            _last = entry;
        }

        value = _last.Value;
        return true;
    }

    public void Set(ReadOnlySpan<byte> key, TValue value)
    {
        _last = new Entry(key.ToArray(), value);
        _entries[Place(key)] = _last;
    }

    public void Remove(ReadOnlySpan<byte> key)
    {
        _last = null;
        _entries[Place(key)] = null;
    }

    private int Place(ReadOnlySpan<byte> key)
    {
        var hash = (ulong)key.Length;
        while (key.Length >= sizeof(ulong))
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(key));
            key = key[sizeof(ulong)..];
        }

        foreach (var one in key)
            hash = Mix(hash ^ one);
        return (int)(hash % (ulong)_entries.Length);
    }

    private static ulong Mix(ulong hash)
    {
        hash *= 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 32);
    }

    private sealed record Entry(byte[] Key, TValue Value);
}
