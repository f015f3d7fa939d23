namespace Akka.Util;

/// <summary>A value that may be missing.</summary>
public readonly struct Option<T>
{
    public static readonly Option<T> None = default;

    public Option(T value)
    {
        Value = value;
        HasValue = value is not null;
    }

    public bool HasValue { get; }

    public bool IsEmpty => !HasValue;

    public T Value { get; }

    public static implicit operator Option<T>(T value) => new(value);

    public static bool operator ==(Option<T> left, Option<T> right) => left.Equals(right);

    public static bool operator !=(Option<T> left, Option<T> right) => !left.Equals(right);

    public static Option<T> Create(T value) => value is null ? None : new Option<T>(value);

    public bool Equals(Option<T> other) => HasValue == other.HasValue && EqualityComparer<T>.Default.Equals(Value, other.Value);

    public override bool Equals(object obj) => obj is Option<T> other && Equals(other);

    public Option<TNew> FlatSelect<TNew>(Func<T, Option<TNew>> mapper) => HasValue ? mapper(Value) : Option<TNew>.None;

    public override int GetHashCode() => HasValue ? EqualityComparer<T>.Default.GetHashCode(Value) : 0;

    public T GetOrElse(T fallbackValue) => HasValue ? Value : fallbackValue;

    public void OnSuccess(Action<T> action)
    {
        if (HasValue)
            action(Value);
    }

    public Option<TNew> Select<TNew>(Func<T, TNew> selector) => HasValue ? selector(Value) : Option<TNew>.None;

    public override string ToString() => HasValue ? $"Some<{Value}>" : "None";
}
