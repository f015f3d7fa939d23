namespace Akka.Flink.State.Serialization.Keys;

using System.Buffers;
using System.Linq.Expressions;
using Akka.Flink.State.Serialization.Shapes;

/// <summary>Compiles hash, equality, writing and reading of a type from the codecs of its members.</summary>
internal sealed class CompositeKeyCompiler
{
    private readonly Type _type;
    private readonly TypeShape _shape;
    private readonly Type[] _codecs;

    public CompositeKeyCompiler(Type type)
    {
        _type = type;
        _shape = TypeShape.Of(type);
        _codecs = Array.ConvertAll(_shape.Members, member => KeyCodecResolver.Find(member.Type));
    }

    public Func<T, uint> Hash<T>()
    {
        var key = Expression.Parameter(typeof(T), "key");
        Expression hash = Expression.Constant((uint)_codecs.Length);
        for (var i = 0; i < _codecs.Length; i++)
        {
            var member = Call(i, nameof(IKeyCodec<>.Hash), _shape.Members[i].On(key));
            hash = Expression.Call(typeof(KeyHash), nameof(KeyHash.Combine), null, hash, member);
        }

        if (!_type.IsValueType)
            hash = Expression.Condition(IsNull(key), Expression.Constant(KeyHash.Null), Expression.Block(CheckActualType(key), hash));
        return Expression.Lambda<Func<T, uint>>(hash, key).Compile();
    }

    public Func<T, T, bool> AreEqual<T>()
    {
        var left = Expression.Parameter(typeof(T), "left");
        var right = Expression.Parameter(typeof(T), "right");
        Expression areEqual = Expression.Constant(true);
        for (var i = _codecs.Length - 1; i >= 0; i--)
        {
            var member = _shape.Members[i];
            areEqual = Expression.AndAlso(Call(i, nameof(IKeyCodec<>.Equals), member.On(left), member.On(right)), areEqual);
        }

        if (!_type.IsValueType)
        {
            var bothPresent = Expression.Not(Expression.OrElse(IsNull(left), IsNull(right)));
            areEqual = Expression.OrElse(Expression.ReferenceEqual(left, right), Expression.AndAlso(bothPresent, areEqual));
        }

        return Expression.Lambda<Func<T, T, bool>>(areEqual, left, right).Compile();
    }

    public Action<IBufferWriter<byte>, T> Write<T>()
    {
        var output = Expression.Parameter(typeof(IBufferWriter<byte>), "output");
        var key = Expression.Parameter(typeof(T), "key");
        var steps = new List<Expression> { Expression.Empty() };
        for (var i = 0; i < _codecs.Length; i++)
            steps.Add(Call(i, nameof(IKeyCodec<>.Write), output, _shape.Members[i].On(key)));

        Expression write = Expression.Block(steps);
        if (!_type.IsValueType)
        {
            var flag = Expression.Call(typeof(Wire), nameof(Wire.WriteFlag), null, output, Expression.Not(IsNull(key)));
            write = Expression.Block(flag, Expression.IfThen(Expression.Not(IsNull(key)), write));
        }

        return Expression.Lambda<Action<IBufferWriter<byte>, T>>(write, output, key).Compile();
    }

    public Reader<T> Read<T>()
    {
        var input = Expression.Parameter(typeof(ReadOnlySpan<byte>).MakeByRefType(), "input");
        var read = Construction.Of(_shape, i => Call(i, nameof(IKeyCodec<>.Read), input));
        if (!_type.IsValueType)
            read = Construction.OrNull(read, input);

        return Expression.Lambda<Reader<T>>(read, input).Compile();
    }

    /// <summary>Throws for an object of a subtype.</summary>
    public static void ThrowForSubtype(object key, Type declared) => throw SerializationErrors.KeyOfSubtype(declared, key.GetType());

    private static BinaryExpression IsNull(Expression key) => Expression.ReferenceEqual(key, Expression.Constant(null));

    private Expression CheckActualType(Expression key)
    {
        if (_type.IsSealed)
            return Expression.Empty();

        return Expression.IfThen(
            Expression.Not(Expression.TypeEqual(key, _type)),
            Expression.Call(typeof(CompositeKeyCompiler), nameof(ThrowForSubtype), null, key, Expression.Constant(_type)));
    }

    private MethodCallExpression Call(int i, string method, params Expression[] arguments) =>
        Expression.Call(Expression.Default(_codecs[i]), KeyCodecResolver.MethodOf(_codecs[i], _shape.Members[i].Type, method), arguments);
}
