namespace Akka.Coordination;

/// <summary>An operation on a lease took longer than <c>lease-operation-timeout</c>; nobody knows whether it was done.</summary>
public sealed class LeaseTimeoutException : LeaseException
{
    public LeaseTimeoutException(string message)
        : base(message)
    {
    }

    public LeaseTimeoutException(string message, Exception innerEx)
        : base(message, innerEx)
    {
    }
}
