namespace Akka.Flink.State.Snapshots;

using System.Collections.Immutable;
using System.Text;

/// <summary>The bytes of a <see cref="Schema"/>: kind, name, the number of fields, and each field's name and schema.</summary>
internal static class SchemaFormat
{
    /// <summary>Writes a schema.</summary>
    public static void Write(ChunkBuffer output, Schema schema)
    {
        output.WriteString(schema.Kind);
        output.WriteString(schema.Name);
        output.WriteVarint((ulong)schema.Fields.Length);
        foreach (var field in schema.Fields)
        {
            output.WriteString(field.Name);
            Write(output, field.Schema);
        }
    }

    /// <summary>Reads a schema and moves <paramref name="input"/> behind it.</summary>
    public static Schema Read(ref ReadOnlySpan<byte> input)
    {
        var kind = ReadString(ref input);
        var name = ReadString(ref input);
        var fields = ImmutableArray.CreateBuilder<SchemaField>();
        for (var left = Varint.Read(ref input); left > 0; left--)
            fields.Add(new SchemaField(ReadString(ref input), Read(ref input)));
        return new Schema(kind, name, fields.ToImmutable());
    }

    /// <summary>Reads a string and moves <paramref name="input"/> behind it.</summary>
    public static string ReadString(ref ReadOnlySpan<byte> input)
    {
        var length = (int)Varint.Read(ref input);
        var text = Encoding.UTF8.GetString(input[..length]);
        input = input[length..];
        return text;
    }
}
