namespace Akka.Flink.AkkaContract.Tests.Clusters.Downing;

using Akka.Flink.AkkaContract.Tests.Clusters.Support;

/// <summary>Each resolver under each fault: one part of the cluster goes on, and no other.</summary>
/// <remarks>One case of each fault is part of every run; the matrix of all is the full run's.</remarks>
public class SplitClusterTests
{
    private const string KeepMajority = "keep-majority";
    private const string LeaseMajority = "lease-majority";

    [ProcessTheory]
    [InlineData(LeaseMajority, 2, 0)]
    public Task A_node_that_is_killed_is_removed(string resolver, int size, int killed) => Kill(resolver, size, killed);

    [ProcessTheory]
    [Trait("run", "full")]
    [InlineData(KeepMajority, 2, 1)]
    [InlineData(KeepMajority, 3, 0)]
    [InlineData(KeepMajority, 3, 2)]
    [InlineData(KeepMajority, 5, 1)]
    [InlineData(LeaseMajority, 2, 1)]
    [InlineData(LeaseMajority, 3, 0)]
    [InlineData(LeaseMajority, 5, 4)]
    public Task A_node_that_is_killed_is_removed_whichever_it_is(string resolver, int size, int killed) => Kill(resolver, size, killed);

    [ProcessTheory]
    [InlineData(KeepMajority, 3, 0)]
    public Task A_node_that_was_paused_for_too_long_ends_when_it_wakes(string resolver, int size, int paused) =>
        Pause(resolver, size, paused);

    [ProcessTheory]
    [Trait("run", "full")]
    [InlineData(KeepMajority, 3, 2)]
    [InlineData(KeepMajority, 5, 2)]
    [InlineData(LeaseMajority, 2, 0)]
    [InlineData(LeaseMajority, 2, 1)]
    [InlineData(LeaseMajority, 3, 0)]
    [InlineData(LeaseMajority, 5, 4)]
    public Task A_node_that_was_paused_for_too_long_ends_when_it_wakes_whichever_it_is(string resolver, int size, int paused) =>
        Pause(resolver, size, paused);

    [ProcessTheory]
    [Trait("run", "full")]
    [InlineData(KeepMajority)]
    [InlineData(LeaseMajority)]
    public async Task A_node_that_was_paused_for_a_moment_stays(string resolver)
    {
        using var cluster = await ClusterOfProcesses.Form(3, resolver);

        cluster.Nodes[1].Pause();
        await cluster.UntilUnreachableFor(0, 1);
        cluster.Nodes[1].Wake();

        await cluster.UntilLeft(0, 1, 2);
    }

    [ProcessFact]
    public Task The_larger_part_goes_on() => Part(KeepMajority, 3, [[1, 2], [0]], [1, 2]);

    [ProcessTheory]
    [Trait("run", "full")]
    [InlineData(3, 1)]
    [InlineData(5, 2)]
    public Task The_larger_part_goes_on_whichever_it_is(int size, int cutOff) => Part(
        KeepMajority,
        size,
        [[.. Enumerable.Range(0, cutOff)], [.. Enumerable.Range(cutOff, size - cutOff)]],
        [.. Enumerable.Range(cutOff, size - cutOff)]);

    [ProcessTheory]
    [Trait("run", "full")]
    [InlineData(KeepMajority, 2)]
    [InlineData(KeepMajority, 4)]
    [InlineData(LeaseMajority, 2)]
    [InlineData(LeaseMajority, 4)]
    public Task Of_two_equal_parts_one_goes_on(string resolver, int size) => OneOf(
        resolver, [.. Enumerable.Range(0, size / 2)], [.. Enumerable.Range(size / 2, size / 2)]);

    [ProcessTheory]
    [Trait("run", "full")]
    [InlineData(3, 1)]
    [InlineData(5, 2)]
    public Task Of_two_parts_one_gets_the_lease(int size, int cutOff) => OneOf(
        LeaseMajority, [.. Enumerable.Range(0, cutOff)], [.. Enumerable.Range(cutOff, size - cutOff)]);

    [ProcessFact]
    public Task Of_three_parts_one_gets_the_lease() => OneOf(LeaseMajority, [0, 1], [2, 3], [4]);

    [ProcessFact]
    [Trait("run", "full")]
    public Task Of_three_parts_the_one_with_most_members_goes_on() => Part(KeepMajority, 5, [[0], [1, 2, 3], [4]], [1, 2, 3]);

    [ProcessFact]
    [Trait("run", "full")]
    public Task Of_three_parts_without_a_majority_none_goes_on() => Part(KeepMajority, 5, [[0, 1], [2, 3], [4]], []);

    [ProcessFact]
    public Task A_node_that_is_not_heard_is_cut_off() => Mute(KeepMajority, [1, 2]);

    [ProcessFact]
    [Trait("run", "full")]
    public Task Of_a_node_that_is_not_heard_and_the_others_one_part_gets_the_lease() => Mute(LeaseMajority, [1, 2], [0]);

    [ProcessTheory]
    [Trait("run", "full")]
    [InlineData(KeepMajority)]
    [InlineData(LeaseMajority)]
    public async Task Those_between_which_a_link_is_broken_do_not_both_stay(string resolver)
    {
        using var cluster = await ClusterOfProcesses.Form(3, resolver);

        cluster.Network.Cut(0, 1);

        // Who acts first, or gets the lease, may not know yet what the others see.
        await cluster.UntilOneIsLeft([2], [0, 2], [1, 2], [0], [1]);
    }

    [ProcessTheory]
    [Trait("run", "full")]
    [InlineData(KeepMajority)]
    [InlineData(LeaseMajority)]
    public async Task A_cut_that_is_mended_soon_changes_nothing(string resolver)
    {
        using var cluster = await ClusterOfProcesses.Form(3, resolver);

        cluster.Network.Part([0], [1, 2]);
        await cluster.UntilUnreachableFor(1, 0);
        cluster.Network.Mend();

        await cluster.UntilLeft(0, 1, 2);
    }

    [ProcessFact]
    public async Task A_member_may_leave_while_another_is_unreachable()
    {
        using var cluster = await ClusterOfProcesses.Form(4, KeepMajority);
        cluster.Nodes[3].Pause();
        await cluster.UntilUnreachableFor(0, 3);

        await cluster.Nodes[2].Leave(cluster.Nodes[2]);
        await cluster.UntilEnded(2);

        Assert.Equal("ClusterLeavingReason", cluster.Nodes[2].Ended);
        await cluster.UntilTheySeeThemselves(0, 1);
        cluster.Nodes[3].Wake();
        await cluster.UntilLeft(0, 1);
    }

    private static async Task Kill(string resolver, int size, int killed)
    {
        using var cluster = await ClusterOfProcesses.Form(size, resolver);

        cluster.Nodes[killed].Kill();

        await cluster.UntilLeft([.. Enumerable.Range(0, size).Where(node => node != killed)]);
    }

    private static async Task Pause(string resolver, int size, int paused)
    {
        using var cluster = await ClusterOfProcesses.Form(size, resolver);
        int[] others = [.. Enumerable.Range(0, size).Where(node => node != paused)];

        cluster.Nodes[paused].Pause();
        await cluster.UntilTheySeeThemselves(others);
        cluster.Nodes[paused].Wake();

        await cluster.UntilLeft(others);
    }

    private static async Task Part(string resolver, int size, int[][] parts, int[] left)
    {
        using var cluster = await ClusterOfProcesses.Form(size, resolver);

        cluster.Network.Part(parts);

        await cluster.UntilLeft(left);
    }

    private static async Task OneOf(string resolver, params int[][] parts)
    {
        using var cluster = await ClusterOfProcesses.Form(parts.Sum(part => part.Length), resolver);

        cluster.Network.Part(parts);

        await cluster.UntilOneIsLeft(parts);
    }

    private static async Task Mute(string resolver, params int[][] left)
    {
        using var cluster = await ClusterOfProcesses.Form(3, resolver);

        cluster.Network.Cut(0, 1);
        cluster.Network.Cut(0, 2);

        await cluster.UntilOneIsLeft(left);
    }
}
