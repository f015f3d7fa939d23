namespace Akka.Flink.Formats;

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

/// <summary>Makes formats of JSON: one object for each message, or for each line of a file.</summary>
/// <remarks><para><b>Flink.</b> <c>JsonDeserializationSchema</c>, <c>JsonSerializationSchema</c>.</para></remarks>
public static class JsonFormat
{
    /// <summary>JSON that is written with names in camelCase and read with names in any case.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <returns>The format.</returns>
    /// <exception cref="JobException">System.Text.Json cannot handle <typeparamref name="T"/>.</exception>
    public static JsonFormat<T> Of<T>() => Of<T>(JsonNamingPolicy.CamelCase);

    /// <summary>JSON whose names follow a policy; they are read in any case.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="naming">Makes the names, such as <see cref="JsonNamingPolicy.SnakeCaseLower"/>.</param>
    /// <returns>The format.</returns>
    /// <exception cref="JobException">System.Text.Json cannot handle <typeparamref name="T"/>.</exception>
    public static JsonFormat<T> Of<T>(JsonNamingPolicy naming)
    {
        ArgumentNullException.ThrowIfNull(naming);
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = naming,
            PropertyNameCaseInsensitive = true,
            IncludeFields = true,   // tuples
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // what is written is data, no part of a page: '&' stays '&'
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        try
        {
            return new JsonFormat<T>((JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        }
        catch (Exception cause) when (cause is InvalidOperationException or NotSupportedException)
        {
            throw FormatErrors.NoJson(typeof(T), cause);
        }
    }

    /// <summary>JSON as a source-generated context describes it.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="typeInfo">The description, such as <c>MyContext.Default.Click</c>; names, converters and options are its own.</param>
    /// <returns>The format.</returns>
    public static JsonFormat<T> Of<T>(JsonTypeInfo<T> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        return new JsonFormat<T>(typeInfo);
    }
}
