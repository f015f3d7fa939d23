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
        var members = shape.Members;
        var locals = Array.ConvertAll(members, member => Expression.Variable(member.Type, member.Name));
        var steps = new List<Expression>();
        for (var i = 0; i < members.Length; i++)
            steps.Add(Expression.Assign(locals[i], value(i)));

        steps.Add(Of(shape, locals));
        return Expression.Block(locals, steps);
    }

    /// <summary>An expression that makes an object from variables.</summary>
    public static Expression Of(TypeShape shape, ParameterExpression[] locals)
    {
        var members = shape.Members;
        var taken = Array.FindAll(locals, local => members[Array.IndexOf(locals, local)].Parameter >= 0);
        var made = shape.Constructor is null ? Expression.New(shape.Type) : Expression.New(shape.Constructor, taken);
        var bindings = new List<MemberBinding>();
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].Parameter < 0)
                bindings.Add(Expression.Bind(members[i].Member, locals[i]));
        }

        return bindings.Count == 0 ? made : Expression.MemberInit(made, bindings);
    }
}
