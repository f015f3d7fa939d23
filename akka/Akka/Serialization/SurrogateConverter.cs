namespace Akka.Serialization;

using System.Globalization;
using Akka.Actor;
using Akka.Util;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

/// <summary>Writes surrogates, and numbers whose type JSON would lose.</summary>
internal sealed class SurrogateConverter(ExtendedActorSystem system) : JsonConverter
{
    private const string NumberProperty = "$";

    public override bool CanConvert(Type objectType) =>
        objectType == typeof(object) || IsWrappedNumber(NonNullable(objectType)) || objectType.Implements<ISurrogated>();

    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
    {
        // Without a type to convert to: asking for the same type again would lead back here.
        var value = Translate(serializer.Deserialize(reader), system, null, serializer);
        var type = NonNullable(objectType);
        return value is long or double && IsWrappedNumber(type) ? Convert.ChangeType(value, type, CultureInfo.InvariantCulture) : value;
    }

    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer)
    {
        switch (value)
        {
            case int number:
                WriteNumber(writer, "I" + number.ToString(NumberFormatInfo.InvariantInfo));
                break;

            case float number:
                WriteNumber(writer, "F" + number.ToString(NumberFormatInfo.InvariantInfo));
                break;

            case decimal number:
                WriteNumber(writer, "M" + number.ToString(NumberFormatInfo.InvariantInfo));
                break;

            case ISurrogated surrogated:
                serializer.Serialize(writer, surrogated.ToSurrogate(system));
                break;

            default:
                serializer.Serialize(writer, value);
                break;
        }
    }

    /// <summary>What was read, with surrogates and numbers turned into what they stand for.</summary>
    internal static object Translate(object value, ExtendedActorSystem system, Type type, JsonSerializer serializer) => value switch
    {
        JObject json when json[NumberProperty] is { } number => ReadNumber(number.Value<string>()),
        JObject json when type is not null => json.ToObject(type, serializer),
        ISurrogate surrogate => surrogate.FromSurrogate(system),
        _ => value,
    };

    private static bool IsWrappedNumber(Type type) => type == typeof(int) || type == typeof(float) || type == typeof(decimal);

    private static Type NonNullable(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static void WriteNumber(JsonWriter writer, string number)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(NumberProperty);
        writer.WriteValue(number);
        writer.WriteEndObject();
    }

    private static object ReadNumber(string text)
    {
        var digits = text.AsSpan(1);
        return text[0] switch
        {
            'I' => int.Parse(digits, NumberFormatInfo.InvariantInfo),
            'F' => float.Parse(digits, NumberFormatInfo.InvariantInfo),
            'M' => decimal.Parse(digits, NumberFormatInfo.InvariantInfo),
            _ => throw new JsonSerializationException(
                $"Unknown number [{text}] in property '{NumberProperty}': I, F or M stands before the digits. " +
                "Read it with the serializer that has written it."),
        };
    }
}
