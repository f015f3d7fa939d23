namespace Akka.Flink.Files.Tests;

using Akka.Flink.Shared.Repository;

/// <summary>Data beside the checkout, which is no part of it.</summary>
internal static class SharedData
{
    /// <summary>A web server's log of 10,000 lines; null where it is missing.</summary>
    public static string? AccessLog { get; } = Find("data", "access.log");

    private static string? Find(params string[] parts)
    {
        var path = Path.Combine([RepositoryRoot.Path, "..", "shared", .. parts]);
        return File.Exists(path) ? path : null;
    }
}
