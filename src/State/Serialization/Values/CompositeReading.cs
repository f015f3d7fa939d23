namespace Akka.Flink.State.Serialization.Values;

using System.Linq.Expressions;
using Akka.Flink.State.Serialization.Shapes;

/// <summary>Compiles the reading of members in today's form.</summary>
internal static class CompositeReading
{
    /// <summary>Compiles.</summary>
    public static Reader<T> Compile<T>(TypeShape shape, Serializer[] members)
    {
        var input = Expression.Parameter(typeof(ReadOnlySpan<byte>).MakeByRefType(), "input");
        var read = Construction.Of(shape, i => Member(members[i], input));
        if (!typeof(T).IsValueType)
            read = Construction.OrNull(read, input);

        return Expression.Lambda<Reader<T>>(read, input).Compile();
    }

    private static MethodCallExpression Member(Serializer member, ParameterExpression input) => member switch
    {
        IFixedSerializer serializer => Expression.Call(serializer.ReadMethod, input),
        StringSerializer => Expression.Call(typeof(Wire), nameof(Wire.ReadString), null, input),
        _ => Expression.Call(Expression.Constant(member), nameof(Serializer<>.Read), null, input),
    };
}
