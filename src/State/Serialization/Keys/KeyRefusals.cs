namespace Akka.Flink.State.Serialization.Keys;

using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Akka.Flink.State.Serialization.Shapes;

/// <summary>Decides which types cannot be keys, and why.</summary>
internal static class KeyRefusals
{
    private const string CodecAdvice = "or give the type a codec of its own by [KeyCodec(typeof(...))] or KeyCodecs.Register.";

    /// <summary>Why no type like this can be a key; null when its members decide.</summary>
    public static KeyRefusal? Of(Type type)
    {
        if (type == typeof(object))
        {
            return new(
                "is object, of which nothing says what makes two of them equal",
                "Return a type with a key codec from the key selector: a primitive, string, tuple or record.");
        }

        if (type.IsArray)
        {
            return new(
                "is an array, and arrays are equal only when they are the same object",
                "Use a string, a tuple or a record of the elements that identify it.");
        }

        if (type.IsByRefLike || type.IsPointer || typeof(Delegate).IsAssignableFrom(type))
            return new("is not a value that can be stored", "Use a primitive, string, tuple or record.");
        if (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type))
        {
            return new(
                "is a collection, and collections are equal only when they are the same object",
                "Use a string, a tuple or a record of the elements that identify it.");
        }

        if (type.IsInterface || type.IsAbstract)
        {
            return new(
                "is an interface or abstract class, so different types with different equality could meet in it",
                "Use one sealed record, " + CodecAdvice);
        }

        return null;
    }

    /// <summary>Why a type of this shape cannot be a key; null when it can.</summary>
    public static KeyRefusal? Of(TypeShape shape)
    {
        var type = shape.Type;
        if (!shape.IsRecord && !ShapeReflection.IsTuple(type) && !IsPlainStruct(type))
        {
            return type.IsValueType
                ? new("is a struct with equality of its own", "Make it a record struct, " + CodecAdvice)
                : new(
                    "is a class without the equality of a record: two objects with equal members would be two keys",
                    "Make it a record, " + CodecAdvice);
        }

        if (HasOwnEquality(shape))
        {
            return new(
                "is a record with an Equals of its own, which its codec would not know of",
                "Leave equality to the compiler, " + CodecAdvice);
        }

        if (shape.Problem is { } problem)
        {
            return new(
                $"cannot be taken apart and made again: {problem}",
                "Make every member a public property that a constructor parameter or init sets, " + CodecAdvice);
        }

        if (Array.Find(shape.Members, member => shape.IsMutable && member.IsMutable) is { } mutable)
        {
            return new(
                $"can be changed through '{mutable.Name}', and a key that changes is lost",
                $"Declare '{mutable.Name}' with init instead of set.");
        }

        return null;
    }

    private static bool IsPlainStruct(Type type) =>
        type.IsValueType && type.GetMethod(nameof(Equals), [typeof(object)])?.DeclaringType == typeof(ValueType)
        && !typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type);

    private static bool HasOwnEquality(TypeShape shape) =>
        shape.IsRecord && !ShapeReflection.IsAnonymous(shape.Type)
        && shape.Type.GetMethod(nameof(Equals), [shape.Type]) is { } equals && !equals.IsDefined(typeof(CompilerGeneratedAttribute));
}
