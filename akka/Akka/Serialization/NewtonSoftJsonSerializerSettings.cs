namespace Akka.Serialization;

using Akka.Configuration;
using Akka.Util;
using Newtonsoft.Json;

/// <summary>How the JSON serializer writes, from <c>akka.actor.serialization-settings.json</c>.</summary>
public sealed class NewtonSoftJsonSerializerSettings
{
    public static readonly NewtonSoftJsonSerializerSettings Default = new(true, true, [], true, 2048, 32768);

    public NewtonSoftJsonSerializerSettings(
        bool encodeTypeNames,
        bool preserveObjectReferences,
        IEnumerable<Type> converters,
        bool usePooledStringBuilder,
        int stringBuilderMinSize,
        int stringBuilderMaxSize)
    {
        ArgumentNullException.ThrowIfNull(converters);

        EncodeTypeNames = encodeTypeNames;
        PreserveObjectReferences = preserveObjectReferences;
        Converters = converters;
        UsePooledStringBuilder = usePooledStringBuilder;
        StringBuilderMinSize = stringBuilderMinSize;
        StringBuilderMaxSize = stringBuilderMaxSize;
    }

    public IEnumerable<Type> Converters { get; }

    public bool EncodeTypeNames { get; }

    public bool PreserveObjectReferences { get; }

    public int StringBuilderMaxSize { get; }

    public int StringBuilderMinSize { get; }

    public bool UsePooledStringBuilder { get; }

    public static NewtonSoftJsonSerializerSettings Create(Config config)
    {
        if (config is null || config.IsEmpty)
            throw ConfigurationException.NullOrEmptyConfig<NewtonSoftJsonSerializerSettings>("akka.actor.serialization-settings.json");

        return new NewtonSoftJsonSerializerSettings(
            config.GetBoolean("encode-type-names", true),
            config.GetBoolean("preserve-object-references", true),
            ConverterTypes(config),
            config.GetBoolean("use-pooled-string-builder", true),
            (int)(config.GetByteSize("pooled-string-builder-minsize", null) ?? 2048),
            (int)(config.GetByteSize("pooled-string-builder-maxsize", null) ?? 32768));
    }

    private static List<Type> ConverterTypes(Config config)
    {
        var types = new List<Type>();
        foreach (var name in config.GetStringList("converters", []) ?? [])
        {
            var type = Type.GetType(name, throwOnError: true);
            if (!type.Implements<JsonConverter>())
            {
                throw new ArgumentException(
                    $"Type {type} is no {nameof(JsonConverter)}. Correct 'akka.actor.serialization-settings.json.converters'.");
            }

            types.Add(type);
        }

        return types;
    }
}
