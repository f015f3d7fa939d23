namespace Akka.Flink.Operators;

using Akka.Flink.Functions;
using Akka.Flink.Windowing;

/// <summary>Divides the records of a window by stream and calls the function of the program.</summary>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <param name="function">The function; each subtask has its own copy.</param>
/// <param name="callOf">Makes the call of a subtask's function.</param>
internal sealed class CoGroupWindowFunction<TFirst, TSecond, TKey, TWindow, TOut>(
    object function, Func<object, Action<List<TFirst>, List<TSecond>, ICollector<TOut>>> callOf)
    : ProcessWindowFunction<TaggedUnion<TFirst, TSecond>, TOut, TKey, TWindow>
    where TWindow : notnull, IWindow
{
    private object? _own;
    private Action<List<TFirst>, List<TSecond>, ICollector<TOut>> _call = null!;
    private List<TFirst> _first = null!;
    private List<TSecond> _second = null!;

    public override void Open(OpenContext context)
    {
        _first = [];
        _second = [];
        _own = function is Delegate ? function : UserFunction.Clone(function);
        _call = callOf(_own);
        UserFunction.Open(_own, this);
    }

    public override void Process(TKey key, Context context, IEnumerable<TaggedUnion<TFirst, TSecond>> elements, ICollector<TOut> output)
    {
        foreach (var element in elements)
        {
            if (element.IsFirst)
                _first.Add(element.First);
            else
                _second.Add(element.Second);
        }

        try
        {
            _call(_first, _second, output);
        }
        finally
        {
            _first.Clear();
            _second.Clear();
        }
    }

    public override void Close() => UserFunction.Close(_own);
}
