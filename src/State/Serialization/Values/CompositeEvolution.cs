namespace Akka.Flink.State.Serialization.Values;

using System.Linq.Expressions;
using Akka.Flink.State.Serialization.Schemas;
using Akka.Flink.State.Serialization.Shapes;

/// <summary>Compiles the reading of members that were written under another schema: matched by name, former name, or left out and
/// skipped.</summary>
/// <remarks>A member that was not written keeps what the constructor gives it, or takes the default of its parameter or type.</remarks>
internal static class CompositeEvolution
{
    /// <summary>A reader; null when what was written is no such type or a member cannot be read.</summary>
    public static ITypeSerializer<T>? ReaderFor<T>(
        CompositeSerializer<T> current, TypeShape shape, Serializer[] members, Schema written, ReaderScope scope)
    {
        var isNullable = written.Kind == SchemaKinds.Record;
        var isCompatible = isNullable ? !typeof(T).IsValueType : written.Kind == SchemaKinds.Struct;
        if (!isCompatible || !SchemaNames.Match(typeof(T), written.Name))
            return null;
        if (scope.Find(typeof(T), written) is { } known)
            return (ITypeSerializer<T>)known;

        var deferred = new DeferredReader<T>();
        scope.Add(typeof(T), written, deferred);
        var read = scope.Within(written, () => Compile<T>(shape, members, written, isNullable, scope));
        return read is null ? null : deferred.Become(new ConvertingReader<T>(current, read));
    }

    private static Reader<T>? Compile<T>(TypeShape shape, Serializer[] members, Schema written, bool isNullable, ReaderScope scope)
    {
        var input = Expression.Parameter(typeof(ReadOnlySpan<byte>).MakeByRefType(), "input");
        var locals = new ParameterExpression?[members.Length];
        var steps = new List<Expression>();
        foreach (var field in written.Fields)
        {
            var index = IndexOf(shape, written, field.Name);
            if (index >= 0 && locals[index] is not null)
                index = -1;   // two former names of one member: the first counts
            if (Step(index < 0 ? null : members[index], field.Schema, input, scope) is not { } step)
                return null;
            if (index >= 0)
                step = Expression.Assign(locals[index] = Expression.Variable(shape.Members[index].Type), step);

            steps.Add(step);
        }

        Expression read = Expression.Block(locals.OfType<ParameterExpression>(), [.. steps, Construction.Of(shape, locals)]);
        if (isNullable)
            read = Construction.OrNull(read, input);
        return Expression.Lambda<Reader<T>>(read, input).Compile();
    }

    private static Expression? Step(Serializer? member, Schema written, ParameterExpression input, ReaderScope scope)
    {
        if (member is null)
            return SchemaSkipping.For(written, scope) is { } skip ? Expression.Invoke(Expression.Constant(skip), input) : null;

        if (member.UntypedReaderFor(written, scope) is not { } reader)
            return null;

        var typed = Expression.Constant(reader, typeof(ITypeSerializer<>).MakeGenericType(member.Type));
        return Expression.Call(typed, nameof(ITypeSerializer<>.Read), null, input);
    }

    private static int IndexOf(TypeShape shape, Schema written, string field)
    {
        var exact = Array.FindIndex(shape.Members, member => member.Name == field);
        if (exact >= 0)
            return exact;

        // A former name does not count where the new name was written as well: the member was renamed from another one then.
        return Array.FindIndex(
            shape.Members, member => member.PreviousNames.Contains(field) && !written.Fields.Any(other => other.Name == member.Name));
    }
}
