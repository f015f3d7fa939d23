namespace Akka.Flink.Operators;

using Akka.Flink.Functions;

/// <summary>A partitioner of a delegate.</summary>
/// <typeparam name="TKey">What it looks at.</typeparam>
/// <param name="partition">The delegate.</param>
internal sealed class LambdaPartitioner<TKey>(Func<TKey, int, int> partition) : IPartitioner<TKey>
{
    public int Partition(TKey key, int parallelism) => partition(key, parallelism);
}
