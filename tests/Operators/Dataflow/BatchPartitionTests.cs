namespace Akka.Flink.Operators.Tests.Dataflow;

using FsCheck;
using FsCheck.Fluent;

public class BatchPartitionTests
{
    private static readonly Arbitrary<(int Targets, int From, int[] Chosen)> Deals =
        (from targets in Gen.Choose(1, 12)
         from count in Gen.Choose(0, 1500)
         from @from in Gen.Choose(0, count)
         from chosen in Gen.Choose(0, targets - 1).ArrayOf(count)
         select (targets, @from, chosen)).ToArbitrary();

    [Fact]
    public void Each_target_gets_the_positions_that_were_chosen_for_it_in_order() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Deals, Deals, (first, second) =>
        {
            var partition = new BatchPartition(first.Targets);
            foreach (var (_, from, chosen) in new[] { first, (first.Targets, second.From, Within(second.Chosen, first.Targets)) })
            {
                partition.Deal(chosen, from);

                for (var target = 0; target < first.Targets; target++)
                {
                    var expected = Enumerable.Range(from, chosen.Length - from).Where(i => chosen[i] == target);
                    Assert.Equal(expected, partition.PositionsOf(target).ToArray());
                }
            }
        }));

    private static int[] Within(int[] chosen, int targets) => Array.ConvertAll(chosen, each => each % targets);
}
