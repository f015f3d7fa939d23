namespace Akka.Flink.State.Serialization.Values;

using System.Buffers;
using Akka.Flink.State.Serialization.Schemas;

/// <summary>Serializes maps: a count + 1, or 0 for null, and pairs of key and value.</summary>
/// <typeparam name="TMap">The maps' type.</typeparam>
/// <typeparam name="TKey">The keys' type.</typeparam>
/// <typeparam name="TValue">The values' type.</typeparam>
/// <param name="form">How maps are taken apart and made.</param>
/// <param name="key">The serializer of keys.</param>
/// <param name="value">The serializer of values.</param>
internal sealed class MapSerializer<TMap, TKey, TValue>(MapForm<TMap, TKey, TValue> form, Serializer<TKey> key, Serializer<TValue> value)
    : Serializer<TMap>
    where TKey : notnull
{
    public override void Write(IBufferWriter<byte> output, TMap map)
    {
        if (map is null)
        {
            Wire.WriteLength(output, 0);
            return;
        }

        CheckComparer(map);
        if (map is Dictionary<TKey, TValue> dictionary)
        {
            Wire.WriteLength(output, (uint)dictionary.Count + 1);
            foreach (var entry in dictionary)
                WriteEntry(output, entry);
            return;
        }

        var entries = (ICollection<KeyValuePair<TKey, TValue>>)map;
        Wire.WriteLength(output, (uint)entries.Count + 1);
        foreach (var entry in entries)
            WriteEntry(output, entry);
    }

    public override TMap Read(ref ReadOnlySpan<byte> input) => Read(ref input, key, value);

    public override TMap Copy(TMap map)
    {
        if (IsImmutable || map is null)
            return map;

        CheckComparer(map);
        var entries = (ICollection<KeyValuePair<TKey, TValue>>)map;
        var copies = new Dictionary<TKey, TValue>(entries.Count);
        foreach (var entry in entries)
            copies.Add(key.Copy(entry.Key), value.Copy(entry.Value));

        return form.Build(copies);
    }

    public override Schema Describe(SchemaScope scope) =>
        new(SchemaKinds.Map, "",
            [new SchemaField(SchemaKinds.Key, key.Describe(scope)), new SchemaField(SchemaKinds.Value, value.Describe(scope))]);

    public override bool IsDeeplyImmutable(HashSet<Serializer> visited) =>
        form.IsImmutable && key.IsDeeplyImmutable(visited) && value.IsDeeplyImmutable(visited);

    protected override ITypeSerializer<TMap>? Convert(Schema written, ReaderScope scope)
    {
        if (written.Kind != SchemaKinds.Map)
            return null;
        if (key.ReaderFor(written.Fields[0].Schema, scope) is not { } oldKey
            || value.ReaderFor(written.Fields[1].Schema, scope) is not { } oldValue)
            return null;

        return new ConvertingReader<TMap>(this, (ref ReadOnlySpan<byte> input) => Read(ref input, oldKey, oldValue));
    }

    private TMap Read(ref ReadOnlySpan<byte> input, ITypeSerializer<TKey> keyReader, ITypeSerializer<TValue> valueReader)
    {
        if (!CollectionReading.TryReadCount(ref input, out var count))
            return default!;

        var entries = new Dictionary<TKey, TValue>(Math.Min(count, input.Length));
        for (var i = 0; i < count; i++)
        {
            var entryKey = keyReader.Read(ref input);
            if (entryKey is null || !entries.TryAdd(entryKey, valueReader.Read(ref input)))
                throw SerializationErrors.Damaged("a map with the same key twice, or null as a key");
        }

        return form.Build(entries);
    }

    private void WriteEntry(IBufferWriter<byte> output, KeyValuePair<TKey, TValue> entry)
    {
        key.Write(output, entry.Key);
        value.Write(output, entry.Value);
    }

    private void CheckComparer(TMap map)
    {
        if (form.Comparer(map) is { } comparer)
            throw SerializationErrors.UnusualComparer(typeof(TMap), comparer);
    }
}
