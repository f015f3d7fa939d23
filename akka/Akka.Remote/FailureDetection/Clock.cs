namespace Akka.Remote;

/// <summary>A time in milliseconds that never goes back.</summary>
public delegate long Clock();
