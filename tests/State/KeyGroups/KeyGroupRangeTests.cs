namespace Akka.Flink.State.Tests.KeyGroups;

using FsCheck;
using FsCheck.Fluent;

public class KeyGroupRangeTests
{
    private static readonly Arbitrary<(int KeyGroups, int Parallelism)> Sizes =
        (from keyGroups in Gen.Choose(1, 1024)
         from parallelism in Gen.Choose(1, keyGroups)
         select (keyGroups, parallelism)).ToArbitrary();

    [Fact]
    [Trait("rule", "K5")]
    public void Gives_every_key_group_to_exactly_one_subtask() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Sizes, size =>
        {
            var owned = Enumerable.Range(0, size.Parallelism)
                .Select(subtask => KeyGroupRange.Of(subtask, size.Parallelism, size.KeyGroups))
                .SelectMany(range => Enumerable.Range(range.First, range.Count));

            Assert.Equal(Enumerable.Range(0, size.KeyGroups), owned);
        }));

    [Fact]
    [Trait("rule", "K5")]
    public void Agrees_with_the_subtask_that_a_key_group_is_sent_to() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Sizes, size =>
        {
            for (var group = 0; group < size.KeyGroups; group++)
            {
                var subtask = State.KeyGroups.SubtaskOf(group, size.Parallelism, size.KeyGroups);
                Assert.True(KeyGroupRange.Of(subtask, size.Parallelism, size.KeyGroups).Contains(group));
            }
        }));

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(0, 1, 32_769)]
    [InlineData(0, 5, 4)]
    [InlineData(0, 0, 4)]
    [InlineData(-1, 2, 4)]
    [InlineData(2, 2, 4)]
    public void Refuses_sizes_that_make_no_sense(int subtask, int parallelism, int keyGroups) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => KeyGroupRange.Of(subtask, parallelism, keyGroups));

    [Fact]
    public void Knows_which_ranges_have_key_groups_in_common()
    {
        Assert.True(new KeyGroupRange(0, 4).Intersects(new KeyGroupRange(4, 8)));
        Assert.False(new KeyGroupRange(0, 3).Intersects(new KeyGroupRange(4, 8)));
    }
}
