namespace Akka.Util;

/// <summary>A value that the first reader produces, without the modes and the exception caching of <see cref="Lazy{T}"/>.</summary>
public sealed class FastLazy<T>
{
    private readonly Lock _producing = new();
    private Func<T> _producer;
    private T _value;

    public FastLazy(Func<T> producer) => _producer = producer ?? throw new ArgumentNullException(nameof(producer));

    public T Value => IsValueCreated() ? _value : Produce();

    public bool IsValueCreated() => Volatile.Read(ref _producer) is null;

    private T Produce()
    {
        lock (_producing)
        {
            if (_producer is not null)
            {
                _value = _producer();
                Volatile.Write(ref _producer, null);
            }

            return _value;
        }
    }
}
