namespace Akka.Persistence;

using Akka.Configuration;

/// <summary>Creates the strategy that the configuration names.</summary>
public interface IStashOverflowStrategyConfigurator
{
    IStashOverflowStrategy Create(Config config);
}
