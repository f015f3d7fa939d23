namespace Akka.Flink.Host.Rest;

using System.Text.Json;
using System.Text.Json.Serialization;

/// <summary>How the REST API writes JSON: names in camel case, words of enumerations in lower case with dashes; what is null is
/// written.</summary>
internal static class RestJson
{
    /// <summary>For clients: what a newer node says beside what they know does not disturb them.</summary>
    public static JsonSerializerOptions Lenient { get; } = Worded(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>For people: the same, indented.</summary>
    public static JsonSerializerOptions Indented { get; } = new(Lenient)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>For nodes: what a request says in vain is refused, since it was meant to have an effect.</summary>
    /// <param name="options">The options to set.</param>
    public static void Strict(JsonSerializerOptions options)
    {
        Worded(options);
        options.AllowDuplicateProperties = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
    }

    private static JsonSerializerOptions Worded(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        return options;
    }
}
