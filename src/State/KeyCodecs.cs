namespace Akka.Flink.State;

using System.Reflection;
using Akka.Flink.State.Serialization;
using Akka.Flink.State.Serialization.Keys;

/// <summary>The codecs of key types: canonical form, stable hash, equality and bytes.</summary>
/// <remarks>
/// <para>Keys may be: booleans, integers of 8 to 128 bits, characters, floating-point numbers, decimals, strings, guids, dates, times
/// and durations; enums; nullables of these; tuples, records, record structs, anonymous types and plain structs of these, nested as
/// deep as one likes.
/// Not: arrays and collections, classes and structs with equality of their own, interfaces and object - unless the type names a codec
/// by <see cref="KeyCodecAttribute"/>.</para>
/// <para><b>Equality.</b> That of .NET, except: 0.0 and -0.0 are two keys, as in Flink; a <see cref="DateTime"/> is one with its kind.
/// 1.0m and 1.00m are one key, and so are equal moments with different offsets; read back, they have as few digits as it takes, and
/// offset zero.</para>
/// <para><b>Null</b> is a key like any other, where the type allows it.</para>
/// <para><b>Threads.</b> Any.</para>
/// <para><b>Flink.</b> <c>TypeInformation.isKeyType</c> and the hash codes and serializers of keys; the hash values are not Flink's.</para>
/// </remarks>
public static class KeyCodecs
{
    /// <summary>Hands the codec of a key type over as a type argument.</summary>
    /// <typeparam name="TKey">The key's type.</typeparam>
    /// <typeparam name="TResult">What the visitor builds.</typeparam>
    /// <param name="visitor">Builds something over the codec.</param>
    /// <returns>What the visitor built.</returns>
    /// <remarks>Uses reflection: for set-up, not for each record.</remarks>
    /// <exception cref="StateException">The type cannot be a key.</exception>
    public static TResult Visit<TKey, TResult>(IKeyCodecVisitor<TKey, TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);

        var codec = KeyCodecResolver.Find(typeof(TKey));
        var visit = typeof(IKeyCodecVisitor<TKey, TResult>).GetMethod(nameof(visitor.Visit))!.MakeGenericMethod(codec);
        return (TResult)visit.Invoke(visitor, BindingFlags.DoNotWrapExceptions, null, [Activator.CreateInstance(codec)], null)!;
    }

    /// <summary>The codec of a key type as an object, where calls through an interface are fast enough.</summary>
    /// <typeparam name="TKey">The key's type.</typeparam>
    /// <returns>The codec.</returns>
    /// <exception cref="StateException">The type cannot be a key.</exception>
    public static IKeyCodec<TKey> For<TKey>() => (IKeyCodec<TKey>)Activator.CreateInstance(KeyCodecResolver.Find(typeof(TKey)))!;

    /// <summary>Checks that a type can be a key, so that a program fails where it is written and not where it runs.</summary>
    /// <param name="keyType">The key's type.</param>
    /// <exception cref="StateException">It cannot; the message names the member at fault and what to do.</exception>
    public static void Check(Type keyType)
    {
        ArgumentNullException.ThrowIfNull(keyType);

        KeyCodecResolver.Find(keyType);
    }

    /// <summary>Describes the bytes of keys, so that a restore can tell whether they are those of the same type.</summary>
    /// <param name="keyType">The key's type.</param>
    /// <returns>The schema. Keys are read under an equal schema only; names of types and members are not part of it, except those of
    /// codecs.</returns>
    /// <exception cref="StateException">It cannot be a key.</exception>
    public static Schema SchemaOf(Type keyType)
    {
        ArgumentNullException.ThrowIfNull(keyType);

        return KeySchemas.Of(keyType);
    }

    /// <summary>Makes the codec of a type known that cannot carry <see cref="KeyCodecAttribute"/>.</summary>
    /// <typeparam name="TKey">The key's type.</typeparam>
    /// <typeparam name="TCodec">Its codec, of which <c>default</c> is a complete instance.</typeparam>
    /// <remarks><para><b>State.</b> To be called in every process of the job, before its first <c>KeyBy</c>. The codec's hash and bytes
    /// may never change.</para></remarks>
    /// <exception cref="StateException">Another codec of the type is in use.</exception>
    public static void Register<TKey, TCodec>()
        where TCodec : struct, IKeyCodec<TKey> =>
        KeyCodecResolver.Register(typeof(TKey), typeof(TCodec));
}
