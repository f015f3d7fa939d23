namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;

/// <summary>What <see cref="CompositeKeyCompiler"/> made for a key type; compiled once for each type.</summary>
/// <typeparam name="T">The key's type.</typeparam>
internal static class CompiledKey<T>
{
    private static readonly CompositeKeyCompiler Compiler = new(typeof(T));

    public static readonly Func<T, uint> Hash = Compiler.Hash<T>();
    public static readonly Func<T, T, bool> AreEqual = Compiler.AreEqual<T>();
    public static readonly Action<IBufferWriter<byte>, T> Write = Compiler.Write<T>();
    public static readonly Reader<T> Read = Compiler.Read<T>();
}
