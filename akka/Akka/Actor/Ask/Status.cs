namespace Akka.Actor;

/// <summary>How an operation ended, as a message.</summary>
public abstract class Status
{
    /// <summary>It succeeded.</summary>
    public sealed class Success : Status
    {
        public static readonly Success Instance = new(null);
        public readonly object Status;

        public Success(object status) => Status = status;

        public override string ToString() => Status is null ? "Success" : $"Success: {Status}";
    }

    /// <summary>It failed; an Ask that receives this fails with the cause.</summary>
    public sealed class Failure : Status
    {
        public readonly Exception Cause;
        public readonly object State;

        public Failure(Exception cause)
            : this(cause, null)
        {
        }

        public Failure(Exception cause, object state)
        {
            Cause = cause;
            State = state;
        }

        public override string ToString() => State is null ? $"Failure: {Cause}" : $"Failure[{State}]: {Cause}";
    }
}
