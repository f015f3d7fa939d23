namespace Akka.Flink.State.Tests.KeyGroups;

using FsCheck;
using FsCheck.Fluent;

public class KeyGroupsTests
{
    private static readonly Arbitrary<(uint[] Hashes, int Parallelism, int KeyGroups)> Keys =
        (from keyGroups in Gen.Elements(1, 2, 100, 128, 1_000, 4_096, KeyGroupRange.MaxKeyGroups)
         from parallelism in Gen.Choose(1, keyGroups)
         from hashes in Gen.Choose(int.MinValue, int.MaxValue).ListOf()
         select (hashes.Select(hash => (uint)hash).ToArray(), parallelism, keyGroups)).ToArbitrary();

    // Murmur3 of the four bytes: published test vectors; negative ones are negated, as Flink does.
    [Theory]
    [Trait("rule", "K5")]
    [InlineData(0x00000000u, 0x2362F9DE)]
    [InlineData(0xFFFFFFFFu, 0x76293B50)]
    [InlineData(0x87654321u, 0x0AA4AE95)]
    public void Hashes_as_Flink_does(uint hash, int murmur)
    {
        Assert.Equal(murmur % 32_768, State.KeyGroups.Of(hash, 32_768));
        Assert.Equal(murmur % 1000, State.KeyGroups.Of(hash, 1000));
    }

    [Theory]
    [Trait("rule", "K6")]
    [InlineData(1, 128)]
    [InlineData(85, 128)]
    [InlineData(86, 256)]
    [InlineData(171, 256)]
    [InlineData(172, 512)]
    [InlineData(21_845, 32_768)]
    [InlineData(32_768, 32_768)]
    public void Chooses_half_as_many_again_rounded_up_to_a_power_of_two(int parallelism, int maxParallelism) =>
        Assert.Equal(maxParallelism, State.KeyGroups.DefaultMaxParallelism(parallelism));

    [Fact]
    public void Finds_the_subtasks_of_many_keys_as_that_of_each() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Keys, keys =>
        {
            var subtasks = new int[keys.Hashes.Length];

            State.KeyGroups.SubtasksOf(keys.Hashes, subtasks, keys.Parallelism, keys.KeyGroups);

            Assert.Equal(
                keys.Hashes.Select(hash =>
                    State.KeyGroups.SubtaskOf(State.KeyGroups.Of(hash, keys.KeyGroups), keys.Parallelism, keys.KeyGroups)),
                subtasks);
        }));
}
