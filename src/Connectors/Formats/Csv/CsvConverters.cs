namespace Akka.Flink.Formats;

using System.Globalization;

/// <summary>Finds what reads and writes the columns of a type.</summary>
internal static class CsvConverters
{
    private static readonly Dictionary<Type, object> Known = new()
    {
        [typeof(bool)] = new BooleanConverter(),
        [typeof(DateTime)] = new DateConverter<DateTime>(
            (text, culture) => DateTime.Parse(text, culture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal), "O"),
        [typeof(DateTimeOffset)] = new DateConverter<DateTimeOffset>(
            (text, culture) => DateTimeOffset.Parse(text, culture, DateTimeStyles.AssumeUniversal), "O"),
        [typeof(DateOnly)] = new DateConverter<DateOnly>((text, culture) => DateOnly.Parse(text, culture), "O"),
        [typeof(TimeOnly)] = new DateConverter<TimeOnly>((text, culture) => TimeOnly.Parse(text, culture), "O"),
        [typeof(TimeSpan)] = new DateConverter<TimeSpan>((text, culture) => TimeSpan.Parse(text, culture), "c"),
        [typeof(Guid)] = new DateConverter<Guid>((text, _) => Guid.Parse(text), "D"),
    };

    /// <summary>What reads and writes a type; null when no column can hold it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isNullable">Whether a reference of it may be null.</param>
    /// <returns>A <see cref="CsvConverter{T}"/> of that type.</returns>
    public static object? Find(Type type, bool isNullable)
    {
        if (type == typeof(string))
            return new TextConverter(isNullable);
        if (Known.TryGetValue(type, out var known))
            return known;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Find(underlying, isNullable: false) is { } inner ? Make(typeof(NullableConverter<>), underlying, inner) : null;
        if (type.IsEnum)
            return Make(typeof(EnumConverter<>), type);

        var isParsable = Array.Exists(type.GetInterfaces(), each =>
            each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IUtf8SpanParsable<>));
        return isParsable && type.IsAssignableTo(typeof(IUtf8SpanFormattable)) ? Make(typeof(NumberConverter<>), type) : null;
    }

    private static object Make(Type converter, Type type, params object[] arguments) =>
        Activator.CreateInstance(converter.MakeGenericType(type), arguments)!;
}
