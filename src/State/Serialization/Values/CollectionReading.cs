namespace Akka.Flink.State.Serialization.Values;

using Akka.Flink.State.Serialization.Schemas;

/// <summary>What the readings of all lists and sets have in common.</summary>
internal static class CollectionReading
{
    /// <summary>Reads a count and so many elements; null for null.</summary>
    public static T[]? Read<T>(ref ReadOnlySpan<byte> input, ITypeSerializer<T> element)
    {
        if (!TryReadCount(ref input, out var count))
            return null;

        // A damaged count must not make a large array: elements take a byte each, except those without content.
        var elements = new T[Math.Min(count, input.Length + 1)];
        for (var i = 0; i < count; i++)
        {
            if (i == elements.Length)
                Array.Resize(ref elements, (int)Math.Min(2L * i, count));
            elements[i] = element.Read(ref input);
        }

        return elements;
    }

    /// <summary>Reads a count.</summary>
    /// <returns>False for null.</returns>
    public static bool TryReadCount(ref ReadOnlySpan<byte> input, out int count)
    {
        var head = Wire.ReadLength(ref input);
        count = (int)Math.Min(head - 1, int.MaxValue);
        return head != 0;
    }

    /// <summary>The reader of elements for what was written; null when that was no such collection, or of other elements.</summary>
    public static ITypeSerializer<T>? Elements<T>(string kind, Schema written, Serializer<T> element, ReaderScope scope)
    {
        var isCompatible = written.Kind == kind || (kind == SchemaKinds.List && written.Kind == SchemaKinds.Set);
        return isCompatible ? element.ReaderFor(written.Fields[0].Schema, scope) : null;
    }
}
