namespace Akka.Flink.AkkaApi.Tests.Listing;

using Akka.Flink.Shared.Repository;

/// <summary>The folder <c>shared/akka-api</c> that lies beside the checkout, or beside a folder around it, where there is one.</summary>
internal static class ListingFolder
{
    private static readonly string[] Sibling = ["shared", "akka-api"];

    public static string? Path { get; } = Find(RepositoryRoot.Path);

    public static string At(string file) => System.IO.Path.Combine(
        Path ?? throw new InvalidOperationException("There is no listing here; mark the test with [ListedFact] so that it is skipped."),
        file);

    private static string? Find(string root)
    {
        for (var folder = Directory.GetParent(root); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine([folder.FullName, .. Sibling]);
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
