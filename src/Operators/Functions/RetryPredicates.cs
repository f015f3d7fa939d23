namespace Akka.Flink.Functions;

/// <summary>What is commonly tried again.</summary>
/// <remarks><para><b>Flink.</b> <c>RetryPredicates</c>.</para></remarks>
public static class RetryPredicates
{
    /// <summary>A call without any result.</summary>
    /// <typeparam name="T">The type of results.</typeparam>
    /// <param name="results">The results.</param>
    /// <returns>Whether there are none.</returns>
    public static bool EmptyResult<T>(IReadOnlyCollection<T> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return results.Count == 0;
    }

    /// <summary>Any failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>Always true.</returns>
    public static bool HasException(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return true;
    }
}
