namespace Akka.Util;

/// <summary>A boolean that is read and changed atomically.</summary>
public class AtomicBoolean
{
    private int _value;

    public AtomicBoolean(bool initialValue = false) => _value = ToInt(initialValue);

    public bool Value
    {
        get => Volatile.Read(ref _value) != 0;
        set => Interlocked.Exchange(ref _value, ToInt(value));
    }

    public static implicit operator bool(AtomicBoolean atomicBoolean) => atomicBoolean.Value;

    public bool CompareAndSet(bool expected, bool newValue)
    {
        var expectedInt = ToInt(expected);
        return Interlocked.CompareExchange(ref _value, ToInt(newValue), expectedInt) == expectedInt;
    }

    public bool GetAndSet(bool newValue) => Interlocked.Exchange(ref _value, ToInt(newValue)) != 0;

    private static int ToInt(bool value) => value ? 1 : 0;
}
