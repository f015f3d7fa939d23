namespace Akka.Persistence;

using Akka.Configuration;

/// <summary>Names <see cref="DiscardToDeadLetterStrategy"/> in <c>akka.persistence.internal-stash-overflow-strategy</c>.</summary>
public sealed class DiscardConfigurator : IStashOverflowStrategyConfigurator
{
    public IStashOverflowStrategy Create(Config config) => DiscardToDeadLetterStrategy.Instance;
}
