namespace Akka.Flink.State.Serialization.Values;

using System.Buffers;
using System.Linq.Expressions;
using Akka.Flink.State.Serialization.Shapes;

/// <summary>Compiles the writing of members. Those of fixed length that follow one another, and the byte before them, share one
/// span.</summary>
internal sealed class CompositeWriting
{
    private readonly ParameterExpression _output = Expression.Parameter(typeof(IBufferWriter<byte>), "output");
    private readonly ParameterExpression _span = Expression.Variable(typeof(Span<byte>), "span");
    private readonly List<Expression> _steps = [];
    private readonly List<Func<int, Expression>> _run = [];
    private readonly List<int> _sizes = [];
    private int _runSize;

    private CompositeWriting()
    {
    }

    /// <summary>Compiles.</summary>
    public static Action<IBufferWriter<byte>, T> Compile<T>(TypeShape shape, Serializer[] members)
    {
        var writing = new CompositeWriting();
        var value = Expression.Parameter(typeof(T), "value");
        Expression body = typeof(T).IsValueType ? writing.Members(shape, members, value) : writing.Nullable(shape, members, value);
        return Expression.Lambda<Action<IBufferWriter<byte>, T>>(Expression.Block([writing._span], body), writing._output, value).Compile();
    }

    /// <summary>An expression that throws for an object of a subtype.</summary>
    public static Expression CheckActualType(TypeShape shape, Expression value) => Expression.IfThen(
        Expression.Not(Expression.TypeEqual(value, shape.Type)),
        Expression.Call(typeof(CompositeWriting), nameof(ThrowForSubtype), null, value, Expression.Constant(shape.Type)));

    /// <summary>Throws for an object of a subtype.</summary>
    public static void ThrowForSubtype(object value, Type declared) => throw SerializationErrors.UnknownSubtype(declared, value.GetType());

    private ConditionalExpression Nullable(TypeShape shape, Serializer[] members, ParameterExpression value)
    {
        if (!shape.Type.IsSealed)
            _steps.Add(CheckActualType(shape, value));

        AddToRun(sizeof(byte), offset => Put(typeof(byte), offset, Expression.Constant((byte)1)));
        return Expression.IfThenElse(
            Expression.ReferenceEqual(value, Expression.Constant(null)),
            Expression.Call(typeof(Wire), nameof(Wire.WriteFlag), null, _output, Expression.Constant(false)),
            Members(shape, members, value));
    }

    private BlockExpression Members(TypeShape shape, Serializer[] members, ParameterExpression value)
    {
        for (var i = 0; i < members.Length; i++)
        {
            var member = shape.Members[i].On(value);
            if (members[i] is IFixedSerializer serializer)
            {
                AddToRun(serializer.Size, offset => Expression.Call(serializer.PutMethod, _span, Expression.Constant(offset), member));
                continue;
            }

            EndRun();
            _steps.Add(members[i] is StringSerializer
                ? Expression.Call(typeof(Wire), nameof(Wire.WriteString), null, _output, member)
                : Expression.Call(Expression.Constant(members[i]), nameof(Serializer<>.Write), null, _output, member));
        }

        EndRun();
        _steps.Add(Expression.Empty());
        return Expression.Block(_steps);
    }

    private void AddToRun(int size, Func<int, Expression> put)
    {
        _run.Add(put);
        _runSize += size;
        _sizes.Add(size);
    }

    private void EndRun()
    {
        if (_run.Count == 0)
            return;

        var size = Expression.Constant(_runSize);
        _steps.Add(Expression.Assign(_span, Expression.Call(_output, nameof(IBufferWriter<>.GetSpan), null, size)));
        var offset = 0;
        for (var i = 0; i < _run.Count; offset += _sizes[i++])
            _steps.Add(_run[i](offset));

        _steps.Add(Expression.Call(_output, nameof(IBufferWriter<>.Advance), null, size));
        _run.Clear();
        _sizes.Clear();
        _runSize = 0;
    }

    private MethodCallExpression Put(Type type, int offset, Expression value) =>
        Expression.Call(typeof(Wire), nameof(Wire.Put), [type], _span, Expression.Constant(offset), value);
}
