namespace Akka.TestKit;

/// <summary>Marks a test class whose messages have no sender unless they name one.</summary>
public interface INoImplicitSender;
