namespace Akka.Event;

/// <summary>The type of a log source that is only a name.</summary>
public class DummyClassForStringSources;
