namespace Akka.Flink.Runtime.Tests.Jobs;

using Akka.Flink.State;
using FsCheck;
using FsCheck.Fluent;

public class RestorePlanTests
{
    private const int KeyGroups = 12;

    private static readonly Arbitrary<(int Before, int After, int[] Elements)> Cases =
        (from before in Gen.Choose(1, 6)
         from after in Gen.Choose(1, 6)
         from elements in Gen.Choose(0, 4).ArrayOf(before)
         select (before, after, elements)).ToArbitrary();

    [Fact]
    public void Deals_every_element_to_the_subtask_that_the_synchronous_driver_gives_it_to() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Cases, each =>
        {
            var checkpoint = Checkpoint(each.Before, each.Elements);
            var all = checkpoint.Subtasks.SelectMany(subtask => subtask.Operators[0].Elements).ToList();

            var plan = RestorePlan.Of(checkpoint, [new RestoreTarget("a", 0, each.After, KeyGroups)]);

            for (var i = 0; i < each.After; i++)
                Assert.Equal(all.Where((_, index) => index % each.After == i), plan[new SubtaskId(0, i)].Operators[0].Elements);
        }));

    [Fact]
    public void Gives_every_subtask_the_chunks_of_all_former_ones() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Cases, each =>
        {
            var checkpoint = Checkpoint(each.Before, each.Elements);
            var all = checkpoint.Subtasks.SelectMany(subtask => subtask.Operators[0].States).ToList();

            var plan = RestorePlan.Of(checkpoint, [new RestoreTarget("a", 0, each.After, KeyGroups)]);

            Assert.Equal(each.Before, all.Count);
            Assert.All(Enumerable.Range(0, each.After), i => Assert.Equal(all, plan[new SubtaskId(0, i)].Operators[0].States));
        }));

    [Fact]
    public void Gives_each_subtask_the_handles_of_all_its_key_groups_and_of_no_others() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Cases, each =>
        {
            var checkpoint = Checkpoint(each.Before, each.Elements);

            var plan = RestorePlan.Of(checkpoint, [new RestoreTarget("a", 0, each.After, KeyGroups)]);

            for (var i = 0; i < each.After; i++)
            {
                var own = KeyGroupRange.Of(i, each.After, KeyGroups);
                var restored = plan[new SubtaskId(0, i)].Operators[0];
                Assert.All(Enumerable.Range(own.First, own.Count), group =>
                    Assert.Single(restored.Keyed, handle => handle.FirstKeyGroup <= group && handle.LastKeyGroup >= group));
                Assert.All(restored.Keyed, handle => Assert.True(handle.FirstKeyGroup <= own.Last && handle.LastKeyGroup >= own.First));
                Assert.Equal(each.Before == each.After || restored.Keyed is [var only] && Range(only) == own, restored.IsSameRange);
            }
        }));

    [Fact]
    public void Finds_an_operator_by_its_uid_wherever_it_is_chained()
    {
        var plan = RestorePlan.Of(Checkpoint(1, [2]), [new RestoreTarget("new", 0, 2, KeyGroups), new RestoreTarget("a", 3, 2, KeyGroups)]);

        Assert.Empty(plan[new SubtaskId(0, 0)].Operators);
        Assert.Single(plan[new SubtaskId(3, 1)].Operators[0].Elements);
    }

    [Fact]
    public void Names_the_uids_whose_state_nobody_takes()
    {
        var checkpoint = Checkpoint(1, [1]);
        checkpoint = checkpoint with
        {
            Subtasks = [.. checkpoint.Subtasks, new SubtaskState(new SubtaskId(1, 0), [new("gone", [new byte[1]], null)])],
        };

        var error = Assert.Throws<JobException>(() => RestorePlan.Of(checkpoint, [new RestoreTarget("a", 0, 1, KeyGroups)]));

        Assert.Equal(ErrorDomain.Definition, error.Domain);
        Assert.Contains("Checkpoint 3/7 holds state of 'gone', which the job does not have; it has 'a'", error.Message);
    }

    [Fact]
    public void Lets_operators_go_that_had_no_state()
    {
        var checkpoint = Checkpoint(1, [1]) with { };
        checkpoint = checkpoint with
        {
            Subtasks = [.. checkpoint.Subtasks, new SubtaskState(new SubtaskId(1, 0), [new("gone", [], new(0, KeyGroups - 1, [], 0))])],
        };

        Assert.Single(RestorePlan.Of(checkpoint, [new RestoreTarget("a", 0, 1, KeyGroups)]));
    }

    [Fact]
    public void Refuses_other_key_groups()
    {
        var error = Assert.Throws<JobException>(() => RestorePlan.Of(Checkpoint(2, [1, 1]), [new RestoreTarget("a", 0, 2, 128)]));

        Assert.Contains("in 12 key groups; the job has 128", error.Message);
    }

    private static CompletedCheckpoint Checkpoint(int parallelism, int[] elements)
    {
        byte number = 0;
        var subtasks = new List<SubtaskState>();
        for (var i = 0; i < parallelism; i++)
        {
            var range = KeyGroupRange.Of(i, parallelism, KeyGroups);
            var own = Enumerable.Range(0, elements[i]).Select(_ => (ReadOnlyMemory<byte>)new[] { number++ }).ToList();
            var keyed = new KeyedStateHandle(range.First, range.Last, [new SegmentRange(new SegmentId($"s-{i}"), 1, 1)], 10);
            var written = new OperatorStateHandle("a", own, keyed) { States = [new byte[] { (byte)i }] };
            subtasks.Add(new SubtaskState(new SubtaskId(0, i), [written]));
        }

        return new CompletedCheckpoint(new CheckpointId(3, 7), CheckpointKind.Periodic, 0, 0, 0, 0, 0, subtasks, []);
    }

    private static KeyGroupRange Range(KeyedStateHandle handle) => new(handle.FirstKeyGroup, handle.LastKeyGroup);
}
