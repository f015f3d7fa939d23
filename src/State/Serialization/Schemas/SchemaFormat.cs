namespace Akka.Flink.State.Serialization.Schemas;

using System.Buffers;
using System.Collections.Immutable;

/// <summary>Schemas as bytes: a version, then kind, name, count of fields, and for each field its name and schema.</summary>
internal static class SchemaFormat
{
    private const byte Version = 1;

    // Types are not nested that deep; damaged bytes may say so.
    private const int MaxDepth = 128;

    /// <summary>Writes a schema.</summary>
    public static void Write(IBufferWriter<byte> output, Schema schema)
    {
        Wire.Write(output, Version);
        WriteBody(output, schema);
    }

    /// <summary>Reads a schema.</summary>
    public static Schema Read(ref ReadOnlySpan<byte> input)
    {
        var version = Wire.Read<byte>(ref input);
        if (version is 0 or > Version)
            throw SerializationErrors.NewerSchema(version, Version);

        return ReadBody(ref input, 0);
    }

    private static void WriteBody(IBufferWriter<byte> output, Schema schema)
    {
        Wire.WriteString(output, schema.Kind);
        Wire.WriteString(output, schema.Name);
        Wire.WriteLength(output, (uint)schema.Fields.Length);
        foreach (var field in schema.Fields)
        {
            Wire.WriteString(output, field.Name);
            WriteBody(output, field.Schema);
        }
    }

    private static Schema ReadBody(ref ReadOnlySpan<byte> input, int depth)
    {
        if (depth > MaxDepth)
            throw SerializationErrors.Damaged($"a schema nested more than {MaxDepth} times");

        var kind = Text(ref input);
        var name = Text(ref input);
        var count = Wire.ReadLength(ref input);
        if (count > input.Length)
            throw SerializationErrors.Truncated((int)Math.Min(count, int.MaxValue), input.Length);

        var fields = ImmutableArray.CreateBuilder<SchemaField>((int)count);
        for (var i = 0; i < count; i++)
            fields.Add(new SchemaField(Text(ref input), ReadBody(ref input, depth + 1)));

        return SchemaShape.Check(new Schema(kind, name, fields.MoveToImmutable()));
    }

    private static string Text(ref ReadOnlySpan<byte> input) =>
        Wire.ReadString(ref input) ?? throw SerializationErrors.Damaged("a schema without a name where one is due");
}
