namespace Akka.Flink.Conformance.Tests;

using System.Collections.Immutable;

/// <summary>Groups of elements that come one after the other in any order; a plain element is a part with one group of one.</summary>
/// <param name="Groups">The groups, the longest first: a group may be the beginning of another.</param>
internal sealed record ExpectedPart(ImmutableArray<ImmutableArray<Element>> Groups)
{
    public static ExpectedPart Of(Element element) => new([[element]]);

    /// <summary>What this part says of one channel.</summary>
    public ExpectedPart On(string channel) =>
        new([.. Groups
            .Select(group => group.Where(element => element.Channel == channel).ToImmutableArray())
            .Where(group => !group.IsEmpty)
            .OrderByDescending(group => group.Length)]);

    public override string ToString() => Groups is [[var only]]
        ? only.ToString()
        : "in any order {" + string.Join(" | ", Groups.Select(group => string.Join(", ", group))) + "}";
}
