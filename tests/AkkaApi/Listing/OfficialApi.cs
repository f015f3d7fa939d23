namespace Akka.Flink.AkkaApi.Tests.Listing;

using System.Collections.Concurrent;

/// <summary>The listings of all official assemblies, each read when it is first asked for.</summary>
internal static class OfficialApi
{
    private static readonly ConcurrentDictionary<string, OfficialListing> Read = [];

    private static readonly Lazy<IReadOnlyList<OfficialListing>> All = new(() =>
        [.. Directory.EnumerateFiles(ListingFolder.At(""), "*.txt").Select(path => Of(Path.GetFileNameWithoutExtension(path)))]);

    public static bool Lists(string assembly) => File.Exists(ListingFolder.At(assembly + ".txt"));

    public static OfficialListing Of(string assembly) =>
        Read.GetOrAdd(assembly, name => OfficialListing.Parse(File.ReadLines(ListingFolder.At(name + ".txt"))));

    /// <summary>An official type of whatever assembly, or null.</summary>
    public static OfficialType? Find(string name) =>
        All.Value.Select(listing => listing.Find(name)).FirstOrDefault(type => type is not null);
}
