namespace Akka.Flink.State;

using Akka.Flink.State.Serialization;
using Akka.Flink.State.Serialization.Values;

/// <summary>The serializers of types.</summary>
/// <remarks>
/// <para>Serialized without any preparation: primitives, strings, decimals, guids, dates, times and durations; enums and nullables;
/// arrays, lists, sets and dictionaries, the immutable and frozen ones too;
/// tuples, records, anonymous types, structs and classes whose members are public properties or fields that a constructor parameter,
/// <c>set</c> or <c>init</c> sets.</para>
/// <para>A value declared as an interface, an abstract class or a class with subclasses needs names for its actual types:
/// <see cref="SerializedAsAttribute"/> or <see cref="RegisterSubtype{TBase, T}"/>.
/// A type may bring its own serializer: <see cref="TypeSerializerAttribute"/> or <see cref="Register{T}"/>. What only System.Text.Json
/// can write is written as JSON, see <see cref="OnJsonFallback"/>.</para>
/// <para><b>State.</b> What a program wrote is read by later versions of it with members added, removed, renamed by
/// <see cref="PreviousNameAttribute"/>, made nullable, and numbers widened without loss.
/// An added member keeps its initializer's value or has the default of its constructor parameter or type.</para>
/// <para><b>Threads.</b> Any.</para>
/// <para><b>Flink.</b> <c>TypeInformation.createSerializer</c>.</para>
/// </remarks>
public static class TypeSerializers
{
    /// <summary>The serializer of a type, made on first use.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The serializer, the same one each time.</returns>
    /// <remarks>For set-up: whoever writes many values keeps the serializer.</remarks>
    /// <exception cref="StateException">The type cannot be serialized; the message names the member at fault and what to do.</exception>
    public static ITypeSerializer<T> For<T>() => (ITypeSerializer<T>)SerializerResolver.Find(typeof(T));

    /// <summary>Checks that a type can be serialized, so that a program fails where it is written and not where it runs.</summary>
    /// <param name="type">The type.</param>
    /// <exception cref="StateException">It cannot; the message names the member at fault and what to do.</exception>
    public static void Check(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);

        SerializerResolver.Find(type);
    }

    /// <summary>Makes the serializer of a type known that cannot carry <see cref="TypeSerializerAttribute"/>.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="serializer">Its serializer, used by any thread.</param>
    /// <remarks><para><b>State.</b> To be called in every process of the job, before the first state or stream of the
    /// type.</para></remarks>
    /// <exception cref="StateException">The type's serializer is in use already.</exception>
    public static void Register<T>(ITypeSerializer<T> serializer)
    {
        ArgumentNullException.ThrowIfNull(serializer);

        SerializerResolver.Register(new CustomSerializer<T>(serializer));
    }

    /// <summary>Makes a subtype known of a type that is declared where the subtype's objects occur.</summary>
    /// <typeparam name="TBase">The declared type: an interface, an abstract class or a class.</typeparam>
    /// <typeparam name="T">The subtype.</typeparam>
    /// <param name="name">The subtype's name in serialized data, unique among the subtypes.</param>
    /// <remarks>
    /// <para>Not needed for subtypes in the assembly of <typeparamref name="TBase"/> that have <see cref="SerializedAsAttribute"/>.</para>
    /// <para><b>State.</b> To be called in every process of the job, before the first state or stream of
    /// <typeparamref name="TBase"/>.</para>
    /// </remarks>
    /// <exception cref="StateException">The serializer of <typeparamref name="TBase"/> is in use already, or the name is another
    /// subtype's.</exception>
    public static void RegisterSubtype<TBase, T>(string name)
        where T : TBase
    {
        ArgumentException.ThrowIfNullOrEmpty(name);

        SerializerResolver.RegisterSubtype(typeof(TBase), name, typeof(T));
    }

    /// <summary>Tells of each type that is written as JSON, because it cannot be taken apart into its members: slow, and large.</summary>
    /// <param name="warn">Called with the type and the reason, once for each type, those found before this call among them.</param>
    public static void OnJsonFallback(Action<Type, string> warn)
    {
        ArgumentNullException.ThrowIfNull(warn);

        JsonFallbacks.Listen(warn);
    }

    /// <summary>A serializer that reads what was written under another schema, or an error that shows both.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <param name="serializer">The serializer of today's form.</param>
    /// <param name="written">The schema found beside the bytes.</param>
    /// <param name="where">What was written, to begin the message: <c>State 'count' of operator 'views'</c>.</param>
    /// <returns>The serializer itself when the schemas are equal.</returns>
    /// <exception cref="StateException">What was written cannot become a <typeparamref name="T"/>.</exception>
    public static ITypeSerializer<T> ReaderFor<T>(this ITypeSerializer<T> serializer, Schema written, string where)
    {
        ArgumentNullException.ThrowIfNull(serializer);

        return serializer.ReaderFor(written) ?? throw SerializationErrors.SchemaChanged(where, written, serializer.Schema);
    }
}
