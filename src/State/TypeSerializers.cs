namespace Akka.Flink.State;

using Akka.Flink.State.Serialization;
using Akka.Flink.State.Serialization.Values;

/// <summary>The serializers of types.</summary>
/// <remarks>
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
    /// <remarks><para><b>State.</b> To be called in every process of the job, before the first state or stream of the type.</para></remarks>
    /// <exception cref="StateException">The type's serializer is in use already.</exception>
    public static void Register<T>(ITypeSerializer<T> serializer)
    {
        ArgumentNullException.ThrowIfNull(serializer);

        SerializerResolver.Register(new CustomSerializer<T>(serializer));
    }
}
