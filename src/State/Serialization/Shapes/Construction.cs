namespace Akka.Flink.State.Serialization.Shapes;

using System.Linq.Expressions;

/// <summary>Makes an object from values of its members.</summary>
internal static class Construction
{
    /// <summary>An expression that makes an object.</summary>
    /// <param name="shape">The type's shape.</param>
    /// <param name="value">The value of the member with this index. The expressions are evaluated in the order of the members.</param>
    public static Expression Of(TypeShape shape, Func<int, Expression> value)
    {
        var locals = Array.ConvertAll(shape.Members, member => Expression.Variable(member.Type, member.Name));
        var steps = locals.Select((local, i) => (Expression)Expression.Assign(local, value(i)));
        return Expression.Block(locals, [.. steps, Of(shape, locals)]);
    }

    /// <summary>An expression that makes an object from variables.</summary>
    /// <param name="shape">The type's shape.</param>
    /// <param name="locals">A variable for each member; null for one that keeps what the constructor gives it, or takes the default of
    /// its parameter.</param>
    public static Expression Of(TypeShape shape, ParameterExpression?[] locals)
    {
        var arguments = new List<Expression>();
        var bindings = new List<MemberBinding>();
        for (var i = 0; i < locals.Length; i++)
        {
            var member = shape.Members[i];
            if (member.Parameter is not null)
                arguments.Add(locals[i] ?? Default(member));
            else if (locals[i] is { } local)
                bindings.Add(Expression.Bind(member.Member, local));
        }

        var made = shape.Constructor is null ? Expression.New(shape.Type) : Expression.New(shape.Constructor, arguments);
        return bindings.Count == 0 ? made : Expression.MemberInit(made, bindings);
    }

    /// <summary>An expression that reads a byte, and an object if it is 1.</summary>
    public static Expression OrNull(Expression read, Expression input) =>
        Expression.Condition(Expression.Call(typeof(Wire), nameof(Wire.ReadFlag), null, input), read, Expression.Default(read.Type));

    private static Expression Default(ShapeMember member)
    {
        if (member.Parameter is not { HasDefaultValue: true, DefaultValue: { } value })
            return Expression.Default(member.Type);

        return value.GetType() == member.Type ? Expression.Constant(value) : Expression.Convert(Expression.Constant(value), member.Type);
    }
}
