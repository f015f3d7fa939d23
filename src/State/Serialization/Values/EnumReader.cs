namespace Akka.Flink.State.Serialization.Values;

using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using Akka.Flink.State.Serialization.Schemas;

/// <summary>Reads enums that were written with other numbers for their names.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
internal static class EnumReader<TEnum>
    where TEnum : unmanaged, Enum
{
    /// <summary>A reader of what was written; null when the names do not match, or a name that was written does not exist any
    /// more.</summary>
    public static ITypeSerializer<TEnum>? For(EnumSerializer<TEnum> current, Schema written)
    {
        if (written.Kind != SchemaKinds.Enum || !SchemaNames.Match(typeof(TEnum), written.Name))
            return null;

        var values = new Dictionary<Int128, TEnum>();
        foreach (var field in written.Fields.Skip(1))
        {
            if (Current(field.Name) is not { } value)
                return null;

            values[Int128.Parse(field.Schema.Name, CultureInfo.InvariantCulture)] = value;
        }

        var number = typeof(TEnum).GetEnumUnderlyingType().Name.ToLowerInvariant();
        if (number == written.Fields[0].Schema.Kind && values.All(pair => pair.Key == Number(pair.Value)))
            return current;   // names were added; numbers without a name keep their meaning, too

        return Reader(current, values.ToFrozenDictionary(), written.Fields[0].Schema.Kind);
    }

    private static TEnum? Current(string name)
    {
        foreach (var field in typeof(TEnum).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            if (field.Name == name || field.GetCustomAttributes<PreviousNameAttribute>().Any(previous => previous.Name == name))
                return (TEnum)field.GetValue(null)!;
        }

        return null;
    }

    private static ConvertingReader<TEnum>? Reader(EnumSerializer<TEnum> current, FrozenDictionary<Int128, TEnum> values, string number)
    {
        var isFlags = typeof(TEnum).IsDefined(typeof(FlagsAttribute));
        return NumberReaders.For(number) is not { } read
            ? null
            : new ConvertingReader<TEnum>(current, (ref ReadOnlySpan<byte> input) =>
            {
                var written = read(ref input);
                return values.TryGetValue(written, out var value) ? value : Combine(written, values, isFlags);
            });
    }

    private static TEnum Combine(Int128 written, FrozenDictionary<Int128, TEnum> values, bool isFlags)
    {
        var rest = written;
        UInt128 result = 0;
        if (isFlags)
        {
            foreach (var (number, value) in values)
            {
                if (number <= 0 || !Int128.IsPow2(number) || (written & number) == 0)
                    continue;

                rest &= ~number;
                result |= UInt128.CreateTruncating(Number(value));
            }
        }

        if (rest != 0)
            throw SerializationErrors.UnknownEnumNumber(typeof(TEnum), written);

        return (TEnum)Enum.ToObject(typeof(TEnum), (ulong)(result & ulong.MaxValue));
    }

    private static Int128 Number(TEnum value) => Int128.Parse(value.ToString("D"), CultureInfo.InvariantCulture);
}
