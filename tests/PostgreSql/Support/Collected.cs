namespace Akka.Flink.PostgreSql.Tests.Support;

using Akka.Flink.Functions;

/// <summary>What a function has emitted.</summary>
internal sealed class Collected<T> : List<T>, ICollector<T>
{
    public void Collect(T value) => Add(value);
}
