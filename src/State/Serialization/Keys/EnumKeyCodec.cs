namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>Enums, as the numbers beneath them.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
/// <typeparam name="TNumber">The type of its numbers.</typeparam>
/// <typeparam name="TCodec">Their codec.</typeparam>
internal readonly struct EnumKeyCodec<TEnum, TNumber, TCodec> : IKeyCodec<TEnum>
    where TEnum : unmanaged, Enum
    where TNumber : unmanaged
    where TCodec : struct, IKeyCodec<TNumber>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash(TEnum key) => default(TCodec).Hash(Unsafe.BitCast<TEnum, TNumber>(key));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(TEnum left, TEnum right) =>
        default(TCodec).Equals(Unsafe.BitCast<TEnum, TNumber>(left), Unsafe.BitCast<TEnum, TNumber>(right));

    public void Write(IBufferWriter<byte> output, TEnum key) => default(TCodec).Write(output, Unsafe.BitCast<TEnum, TNumber>(key));

    public TEnum Read(ref ReadOnlySpan<byte> input) => Unsafe.BitCast<TNumber, TEnum>(default(TCodec).Read(ref input));
}
