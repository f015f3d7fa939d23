namespace Akka.Flink.Operators;

using System.Linq.Expressions;
using System.Reflection;

/// <summary>Compiles <c>Sum(x => x.Value)</c> and its kin into functions of two records.</summary>
/// <remarks>Sum, min and max keep the first record and replace the one member in a copy of it; minBy and maxBy choose one of the two
/// records.</remarks>
internal static class MemberAggregate
{
    /// <summary>The first record with the member of both added.</summary>
    /// <typeparam name="T">The records' type.</typeparam>
    /// <typeparam name="TMember">The member's type.</typeparam>
    /// <param name="selector">Names the member.</param>
    /// <exception cref="JobException">The member cannot be added or replaced.</exception>
    public static Func<T, T, T> Sum<T, TMember>(Expression<Func<T, TMember>> selector)
    {
        var member = MemberOf("Sum", selector);
        return Replacing<T, TMember>("Sum", member, (left, right) => Add(left, right, member.Name));
    }

    /// <summary>The first record with the smaller, or larger, member of both.</summary>
    /// <typeparam name="T">The records' type.</typeparam>
    /// <typeparam name="TMember">The member's type.</typeparam>
    /// <param name="method">The name of the method, for errors.</param>
    /// <param name="selector">Names the member.</param>
    /// <param name="largest">Whether the larger.</param>
    /// <exception cref="JobException">The member cannot be compared or replaced.</exception>
    public static Func<T, T, T> Extreme<T, TMember>(string method, Expression<Func<T, TMember>> selector, bool largest)
    {
        var member = MemberOf(method, selector);
        CheckComparable<TMember>(method, member);
        return Replacing<T, TMember>(
            method, member, (left, right) => Expression.Condition(IsBetter<TMember>(right, left, largest, orEqual: false), right, left));
    }

    /// <summary>The record with the smaller, or larger, member.</summary>
    /// <typeparam name="T">The records' type.</typeparam>
    /// <typeparam name="TMember">The member's type.</typeparam>
    /// <param name="method">The name of the method, for errors.</param>
    /// <param name="selector">Names the member.</param>
    /// <param name="largest">Whether the larger.</param>
    /// <param name="first">Whether the first of two equal ones stays; otherwise the last one does.</param>
    /// <exception cref="JobException">The member cannot be compared.</exception>
    public static Func<T, T, T> ExtremeBy<T, TMember>(string method, Expression<Func<T, TMember>> selector, bool largest, bool first)
    {
        var member = MemberOf(method, selector);
        CheckComparable<TMember>(method, member);
        var soFar = Expression.Parameter(typeof(T), "soFar");
        var next = Expression.Parameter(typeof(T), "next");
        var isBetter = IsBetter<TMember>(
            Expression.MakeMemberAccess(next, member), Expression.MakeMemberAccess(soFar, member), largest, orEqual: !first);
        return Expression.Lambda<Func<T, T, T>>(Expression.Condition(isBetter, next, soFar), soFar, next).Compile();
    }

    private static MemberInfo MemberOf<T, TMember>(string method, Expression<Func<T, TMember>> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return selector.Body is MemberExpression { Member: FieldInfo or PropertyInfo, Expression: ParameterExpression } access
            ? access.Member
            : throw OperatorErrors.NotAMember(method, selector.ToString());
    }

    private static void CheckComparable<TMember>(string method, MemberInfo member)
    {
        var type = Nullable.GetUnderlyingType(typeof(TMember)) ?? typeof(TMember);
        if (!typeof(IComparable<>).MakeGenericType(type).IsAssignableFrom(type) && !type.IsEnum)
            throw OperatorErrors.NotComparable(method, member.Name, type);
    }

    private static Func<T, T, T> Replacing<T, TMember>(string method, MemberInfo member, Func<Expression, Expression, Expression> combine)
    {
        var soFar = Expression.Parameter(typeof(T), "soFar");
        var next = Expression.Parameter(typeof(T), "next");
        var combined = combine(Expression.MakeMemberAccess(soFar, member), Expression.MakeMemberAccess(next, member));
        var body = MemberReplacement.Build(method, soFar, member, combined);
        return Expression.Lambda<Func<T, T, T>>(body, soFar, next).Compile();
    }

    private static Expression Add(Expression left, Expression right, string member)
    {
        var type = left.Type;
        var narrow = type == typeof(byte) || type == typeof(sbyte);
        try
        {
            return narrow
                ? Expression.Convert(Expression.Add(Expression.Convert(left, typeof(int)), Expression.Convert(right, typeof(int))), type)
                : Expression.Add(left, right);
        }
        catch (InvalidOperationException)
        {
            throw OperatorErrors.NotSummable(member, type);
        }
    }

    private static BinaryExpression IsBetter<TMember>(Expression candidate, Expression current, bool largest, bool orEqual)
    {
        var comparer = typeof(TMember) == typeof(string) ? (IComparer<TMember>)StringComparer.Ordinal : Comparer<TMember>.Default;
        var compare = typeof(IComparer<TMember>).GetMethod(nameof(IComparer<TMember>.Compare))!;
        var order = Expression.Call(Expression.Constant(comparer, typeof(IComparer<TMember>)), compare, candidate, current);
        var zero = Expression.Constant(0);
        return (largest, orEqual) switch
        {
            (true, false) => Expression.GreaterThan(order, zero),
            (true, true) => Expression.GreaterThanOrEqual(order, zero),
            (false, false) => Expression.LessThan(order, zero),
            _ => Expression.LessThanOrEqual(order, zero),
        };
    }
}
