namespace Akka.Actor.Internal;

/// <summary>Why an actor waits for its children to end.</summary>
public abstract class SuspendReason
{
    /// <summary>Marks the reasons for which life-cycle messages have to wait.</summary>
    public interface IWaitingForChildren
    {
    }

    /// <summary>Children were stopped by the actor; it goes on meanwhile.</summary>
    public class UserRequest : SuspendReason
    {
        private UserRequest()
        {
        }

        public static UserRequest Instance { get; } = new();
    }

    /// <summary>The actor is to be restarted once its children have ended.</summary>
    public class Recreation : SuspendReason, IWaitingForChildren
    {
        public Recreation(Exception cause) => Cause = cause;

        public Exception Cause { get; }
    }

    /// <summary>The actor is to be created again, since its creation failed.</summary>
    public class Creation : SuspendReason, IWaitingForChildren
    {
    }

    /// <summary>The actor ends once its children have.</summary>
    public class Termination : SuspendReason
    {
        private Termination()
        {
        }

        public static Termination Instance { get; } = new();
    }
}
