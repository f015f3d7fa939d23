namespace Akka.Persistence;

using Akka.Actor;

/// <summary>A message between persistent actors and their plugins.</summary>
public interface IPersistenceMessage : INoSerializationVerificationNeeded;
