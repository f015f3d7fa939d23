namespace Akka.Flink.State.Serialization.Values;

using System.Runtime.CompilerServices;

/// <summary>Numbers and characters as their own bytes, in little-endian order.</summary>
/// <typeparam name="T">The number's type.</typeparam>
internal readonly struct NumberFormat<T> : IFixedFormat<T>
    where T : unmanaged
{
    public static int Size => Unsafe.SizeOf<T>();

    public static string Kind => typeof(T).Name.ToLowerInvariant();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(Span<byte> span, int offset, T value) => Wire.Put(span, offset, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Read(ref ReadOnlySpan<byte> input) => Wire.Read<T>(ref input);
}
