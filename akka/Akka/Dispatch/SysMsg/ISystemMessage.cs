namespace Akka.Dispatch.SysMsg;

using Akka.Actor;

/// <summary>A message between cells, processed before all user messages.</summary>
public interface ISystemMessage : INoSerializationVerificationNeeded
{
}
