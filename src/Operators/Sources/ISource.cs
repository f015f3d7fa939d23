namespace Akka.Flink.Sources;

/// <summary>Where a stream comes from, whatever its splits are.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>Implement <see cref="ISource{T, TSplit, TEnumeratorState}"/>.</remarks>
public interface ISource<T>
{
    /// <summary>Whether it comes to an end.</summary>
    Boundedness Boundedness { get; }

    /// <summary>Hands the source over with the types of its splits.</summary>
    /// <typeparam name="TResult">What the visitor makes.</typeparam>
    /// <param name="visitor">Takes the source.</param>
    /// <returns>What the visitor made.</returns>
    TResult Accept<TResult>(ISourceVisitor<T, TResult> visitor);
}
