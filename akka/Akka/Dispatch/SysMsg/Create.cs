namespace Akka.Dispatch.SysMsg;

using Akka.Actor;

/// <summary>Create the actor; always the first message of a cell.</summary>
public sealed class Create : SystemMessage
{
    public Create(ActorInitializationException failure = null) => Failure = failure;

    /// <summary>Why the creation cannot succeed, known before it was tried.</summary>
    public ActorInitializationException Failure { get; }

    public override bool Equals(object obj) => obj is Create other && Equals(Failure, other.Failure);

    public override int GetHashCode() => Failure?.GetHashCode() ?? 0;

    public override string ToString() => "<Create>" + (Failure is null ? "" : " Failure: " + Failure);
}
