namespace Akka.Persistence;

using Akka.Configuration;

/// <summary>Names <see cref="ThrowOverflowExceptionStrategy"/> in <c>akka.persistence.internal-stash-overflow-strategy</c>.</summary>
public sealed class ThrowExceptionConfigurator : IStashOverflowStrategyConfigurator
{
    public IStashOverflowStrategy Create(Config config) => ThrowOverflowExceptionStrategy.Instance;
}
