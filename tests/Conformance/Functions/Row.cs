namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;
using System.Text.Json.Nodes;

/// <summary>A record of a case's output, as canonical JSON.</summary>
public sealed record Row(string Json)
{
    /// <summary>A record of fields: strings, longs, booleans, nulls, lists of longs, and maps from string to long.</summary>
    public static Row Of(params (string Name, object? Value)[] fields)
    {
        var json = new JsonObject();
        foreach (var (name, value) in fields)
            json[name] = JsonSerializer.SerializeToNode(value);

        return new Row(CanonicalJson.Of(json.ToJsonString()));
    }
}
