namespace Akka.Flink.Conformance.Tests;

using System.Collections.Immutable;

/// <summary>Compares what one step emitted with what was expected of it.</summary>
/// <remarks>
/// Main output, watermarks, status and errors are one channel, each side output is one, calls are one. A channel is compared in order, but
/// for the groups that may come in any order; calls in any order.
/// Errors agree whatever their kind.
/// </remarks>
internal static class StepComparer
{
    /// <summary>Compares a step.</summary>
    /// <returns>The channel that differs; null when all agree.</returns>
    public static string? FirstDifference(ImmutableArray<ExpectedPart> expected, IReadOnlyList<Element> actual)
    {
        var all = expected.SelectMany(part => part.Groups).SelectMany(group => group).Concat(actual);
        foreach (var channel in all.Select(element => element.Channel).Distinct().Order(StringComparer.Ordinal))
        {
            var parts = expected.Select(part => part.On(channel)).Where(part => !part.Groups.IsEmpty).ToImmutableArray();
            var seen = actual.Where(element => element.Channel == channel).ToImmutableArray();
            if (!(Element.IsUnordered(channel) ? AreEqualInAnyOrder(parts, seen) : Matches(parts, 0, seen, 0)))
                return channel;
        }

        return null;
    }

    private static bool AreEqualInAnyOrder(ImmutableArray<ExpectedPart> parts, ImmutableArray<Element> seen)
    {
        var expected = parts.SelectMany(part => part.Groups).SelectMany(group => group).Select(element => element.Content);
        return expected.Order(StringComparer.Ordinal).SequenceEqual(seen.Select(element => element.Content).Order(StringComparer.Ordinal));
    }

    private static bool Matches(ImmutableArray<ExpectedPart> parts, int part, ImmutableArray<Element> seen, int at) =>
        part == parts.Length ? at == seen.Length : MatchesGroups(parts, part, parts[part].Groups, seen, at);

    // Tries every order of the groups that are left, the longest first, and goes back when what follows does not fit.
    private static bool MatchesGroups(
        ImmutableArray<ExpectedPart> parts, int part, ImmutableArray<ImmutableArray<Element>> left, ImmutableArray<Element> seen, int at)
    {
        if (left.IsEmpty)
            return Matches(parts, part + 1, seen, at);

        for (var i = 0; i < left.Length; i++)
        {
            if (StartsWith(seen, at, left[i]) && MatchesGroups(parts, part, left.RemoveAt(i), seen, at + left[i].Length))
                return true;
        }

        return false;
    }

    private static bool StartsWith(ImmutableArray<Element> seen, int at, ImmutableArray<Element> group)
    {
        if (at + group.Length > seen.Length)
            return false;

        for (var i = 0; i < group.Length; i++)
        {
            if (!AreEqual(group[i], seen[at + i]))
                return false;
        }

        return true;
    }

    private static bool AreEqual(Element expected, Element seen) =>
        expected.Kind == ElementKind.Error ? seen.Kind == ElementKind.Error : expected == seen;
}
