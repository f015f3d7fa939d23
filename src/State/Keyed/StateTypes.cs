namespace Akka.Flink.State.Keyed;

using Akka.Flink.State.Tables;

/// <summary>Where a backend finds the serializers and codecs of the types that states are declared with.</summary>
internal abstract class StateTypes
{
    /// <summary>The serializer of values of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public abstract ITypeSerializer<T> SerializerOf<T>();

    /// <summary>The bytes of keys of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public abstract Schema KeySchemaOf<T>();

    /// <summary>A space for keys of a type below slots.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="parent">The space above.</param>
    /// <param name="isChained">Whether those of one slot are chained.</param>
    public abstract SubSpace<T> SpaceOf<T>(SlotSpace parent, bool isChained);
}
