namespace Akka.Pattern;

using Akka.Actor;
using Akka.Event;

/// <content>What a backoff supervisor understands and answers.</content>
public sealed partial class BackoffSupervisor
{
    /// <summary>Asks for the child; answered by <see cref="CurrentChild"/>.</summary>
    public sealed class GetCurrentChild
    {
        public static readonly GetCurrentChild Instance = new();

        private GetCurrentChild()
        {
        }
    }

    /// <summary>The child, or null between its end and its next start.</summary>
    public sealed class CurrentChild
    {
        public CurrentChild(IActorRef @ref) => Ref = @ref;

        public IActorRef Ref { get; }
    }

    /// <summary>Makes the backoff begin anew, with a manual reset.</summary>
    public new sealed class Reset
    {
        public static readonly Reset Instance = new();

        private Reset()
        {
        }
    }

    /// <summary>Asks how often the child was started anew; answered by <see cref="RestartCount"/>.</summary>
    public sealed class GetRestartCount
    {
        public static readonly GetRestartCount Instance = new();

        private GetRestartCount()
        {
        }
    }

    /// <summary>How often the child was started anew since the last reset.</summary>
    public sealed class RestartCount
    {
        public RestartCount(int count) => Count = count;

        public int Count { get; }
    }

    /// <summary>The backoff is over.</summary>
    public sealed class StartChild : IDeadLetterSuppression
    {
        public static readonly StartChild Instance = new();

        private StartChild()
        {
        }
    }

    /// <summary>Begins the backoff anew if there was no other restart since this was scheduled.</summary>
    public sealed class ResetRestartCount : IDeadLetterSuppression
    {
        public ResetRestartCount(int current) => Current = current;

        public int Current { get; }
    }
}
