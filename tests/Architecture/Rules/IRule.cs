namespace Akka.Flink.Architecture.Tests.Rules;

using Akka.Flink.Architecture.Tests.Sources;

/// <summary>One rule of the house: a pure function from files to the places that break it.</summary>
public interface IRule
{
    IEnumerable<Violation> Check(SourceTree tree);
}
