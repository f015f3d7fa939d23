namespace Akka.Persistence.Serialization;

/// <summary>What the persistence message serializer of Akka.NET would serialize.</summary>
public interface IMessage;
