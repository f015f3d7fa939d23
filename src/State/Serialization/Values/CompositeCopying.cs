namespace Akka.Flink.State.Serialization.Values;

using System.Linq.Expressions;
using Akka.Flink.State.Serialization.Shapes;

/// <summary>Compiles the copying of members.</summary>
internal static class CompositeCopying
{
    /// <summary>Compiles.</summary>
    public static Func<T, T> Compile<T>(TypeShape shape, Serializer[] members)
    {
        var value = Expression.Parameter(typeof(T), "value");
        var copy = Construction.Of(shape,
            i => Expression.Call(Expression.Constant(members[i]), nameof(Serializer<>.Copy), null, shape.Members[i].On(value)));
        if (!shape.Type.IsSealed)
            copy = Expression.Block(CompositeWriting.CheckActualType(shape, value), copy);
        if (!typeof(T).IsValueType)
            copy = Expression.Condition(Expression.ReferenceEqual(value, Expression.Constant(null)), Expression.Default(typeof(T)), copy);

        return Expression.Lambda<Func<T, T>>(copy, value).Compile();
    }
}
