namespace Akka.TestKit;

using Akka.Actor;

/// <summary>An <see cref="AutoPilot"/> as a function.</summary>
public delegate AutoPilot AutoPilotDelegate(IActorRef sender, object message);
