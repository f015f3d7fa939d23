namespace Akka.Flink.Shared.Repository;

/// <summary>Where the checkout that these tests were built from lies.</summary>
internal static class RepositoryRoot
{
    private const string Marker = "Akka.Flink.sln";

    /// <summary>The folder of the solution, found upwards from the test's own assembly.</summary>
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A file or folder of the checkout.</summary>
    public static string At(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, Marker)))
                return folder.FullName;
        }

        throw new InvalidOperationException(
            $"No {Marker} above '{start}', so there is no source tree to check. Run these tests from a build inside the checkout.");
    }
}
