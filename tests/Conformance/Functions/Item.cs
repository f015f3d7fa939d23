namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;

/// <summary>A record of a case's input. Fields that a suite does not use are null, and absent where it is written.</summary>
public sealed record Item(
    string Key, long Value, string? Name = null, long? Seq = null, long? Gap = null, string? Mark = null, string? Ops = null)
{
    public static Item Parse(JsonElement record) => new(
        record.GetProperty("key").GetString()!,
        record.TryGetProperty("value", out var value) ? value.GetInt64() : 0,
        record.TryGetProperty("name", out var name) ? name.GetString() : null,
        record.TryGetProperty("seq", out var seq) ? seq.GetInt64() : null,
        record.TryGetProperty("gap", out var gap) ? gap.GetInt64() : null,
        record.TryGetProperty("mark", out var mark) ? mark.GetString() : null,
        record.TryGetProperty("ops", out var ops) ? ops.GetRawText() : null);

    /// <summary>The record as a case writes it.</summary>
    public Row ToRow()
    {
        var fields = new List<(string, object?)> { ("key", Key), ("value", Value) };
        if (Name is not null)
            fields.Add(("name", Name));
        if (Seq is not null)
            fields.Add(("seq", Seq));
        if (Gap is not null)
            fields.Add(("gap", Gap));
        if (Mark is not null)
            fields.Add(("mark", Mark));

        return Row.Of([.. fields]);
    }
}
