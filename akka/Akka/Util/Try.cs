namespace Akka.Util;

using System.Runtime.ExceptionServices;

/// <summary>The outcome of an attempt: a value or the exception in its place.</summary>
public class Try<T>
{
    public Try(T success) => Success = new Option<T>(success);

    public Try(Exception failure) => Failure = new Option<Exception>(failure);

    public Option<Exception> Failure { get; }

    public bool IsSuccess => Success.HasValue;

    public Option<T> Success { get; }

    public static implicit operator Try<T>(T value) => new(value);

    public static Try<T> From(Func<T> func)
    {
        try
        {
            return new Try<T>(func());
        }
        catch (Exception cause)
        {
            return new Try<T>(cause);
        }
    }

    public T Get()
    {
        if (Failure.HasValue)
            ExceptionDispatchInfo.Throw(Failure.Value);

        return Success.Value;
    }

    public Try<T> GetOrElse(Func<T> fallback) => IsSuccess ? this : From(fallback);

    public Try<T> OrElse(Try<T> @default) => IsSuccess ? this : @default;

    public Try<T> Recover(Action<Exception> failureHandler)
    {
        if (Failure.HasValue)
            failureHandler(Failure.Value);

        return this;
    }

    public Try<T> RecoverWith(Func<Exception, Try<T>> failureHandler) => Failure.HasValue ? failureHandler(Failure.Value) : this;
}
