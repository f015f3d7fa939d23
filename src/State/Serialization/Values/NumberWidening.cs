namespace Akka.Flink.State.Serialization.Values;

using System.Linq.Expressions;

/// <summary>Reads numbers that were written as a narrower type, every value of which the wider one has exactly.</summary>
internal static class NumberWidening
{
    private static readonly Dictionary<string, Type> Numbers = new Type[]
    {
        typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(Int128), typeof(UInt128), typeof(Half), typeof(float), typeof(double),
    }.ToDictionary(type => type.Name.ToLowerInvariant());

    private static readonly Dictionary<Type, Type[]> Wider = new()
    {
        [typeof(sbyte)] = [typeof(short), typeof(int), typeof(long), typeof(Int128), typeof(Half), typeof(float), typeof(double),
            typeof(decimal)],
        [typeof(byte)] =
        [
            typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(Int128), typeof(UInt128),
            typeof(Half), typeof(float), typeof(double), typeof(decimal),
        ],
        [typeof(short)] = [typeof(int), typeof(long), typeof(Int128), typeof(float), typeof(double), typeof(decimal)],
        [typeof(ushort)] =
        [
            typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(Int128), typeof(UInt128), typeof(float), typeof(double),
            typeof(decimal),
        ],
        [typeof(int)] = [typeof(long), typeof(Int128), typeof(double), typeof(decimal)],
        [typeof(uint)] = [typeof(long), typeof(ulong), typeof(Int128), typeof(UInt128), typeof(double), typeof(decimal)],
        [typeof(long)] = [typeof(Int128), typeof(decimal)],
        [typeof(ulong)] = [typeof(Int128), typeof(UInt128), typeof(decimal)],
        [typeof(Half)] = [typeof(float), typeof(double)],
        [typeof(float)] = [typeof(double)],
    };

    /// <summary>A reader of what was written; null when it is no narrower number.</summary>
    public static ITypeSerializer<T>? ReaderFor<T>(ITypeSerializer<T> current, Schema written)
    {
        if (!Numbers.TryGetValue(written.Kind, out var narrow) || !Wider.TryGetValue(narrow, out var wider)
            || !wider.AsSpan().Contains(typeof(T)))
            return null;

        var input = Expression.Parameter(typeof(ReadOnlySpan<byte>).MakeByRefType(), "input");
        var read = Expression.Call(typeof(Wire), nameof(Wire.Read), [narrow], input);
        return new ConvertingReader<T>(current, Expression.Lambda<Reader<T>>(Expression.Convert(read, typeof(T)), input).Compile());
    }
}
