namespace Akka.Actor;

/// <summary>What a supervisor does about a failure.</summary>
public enum Directive
{
    /// <summary>The child goes on as if nothing had happened.</summary>
    Resume,

    /// <summary>The child is replaced by a new instance.</summary>
    Restart,

    /// <summary>The supervisor fails itself, for the same reason.</summary>
    Escalate,

    /// <summary>The child ends.</summary>
    Stop,
}
