namespace Akka.Pattern;

using Akka.Actor;

/// <summary>Begins the options of a backoff supervisor.</summary>
public static class Backoff
{
    private const int Unlimited = -1;

    /// <summary>Starts the child anew, after a time, when it has failed.</summary>
    public static BackoffOptions OnFailure(
        Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor) =>
        OnFailure(childProps, childName, minBackoff, maxBackoff, randomFactor, Unlimited);

    /// <inheritdoc cref="OnFailure(Props, string, TimeSpan, TimeSpan, double)"/>
    public static BackoffOptions OnFailure(
        Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor, int maxNrOfRetries) =>
        new BackoffOptionsImpl(true, childProps, childName, minBackoff, maxBackoff, randomFactor).WithMaxNrOfRetries(maxNrOfRetries);

    /// <summary>Starts the child anew, after a time, when it has stopped.</summary>
    public static BackoffOptions OnStop(
        Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor) =>
        OnStop(childProps, childName, minBackoff, maxBackoff, randomFactor, Unlimited);

    /// <inheritdoc cref="OnStop(Props, string, TimeSpan, TimeSpan, double)"/>
    public static BackoffOptions OnStop(
        Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor, int maxNrOfRetries) =>
        new BackoffOptionsImpl(false, childProps, childName, minBackoff, maxBackoff, randomFactor).WithMaxNrOfRetries(maxNrOfRetries);
}
