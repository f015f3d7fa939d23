namespace Akka.Flink.Architecture.Tests.Sources;

using Akka.Flink.Shared.Repository;

/// <summary>The files that the rules look at: those of the checkout, or a sample.</summary>
public sealed class SourceTree
{
    private const long LargestText = 1 << 20;

    private static readonly string[] NotOurs =
        ["bin", "obj", ".git", "artifacts", "TestResults", ".vs", ".vscode", ".idea", ".akka-flink", "BenchmarkDotNet.Artifacts"];

    private static readonly string[] Binary = [".db", ".bin", ".png", ".ico", ".dll", ".gz", ".zip", ".snk", ".woff2"];

    private readonly Dictionary<string, SourceFile> _byPath;
    private readonly HashSet<string> _folders;

    public SourceTree(IEnumerable<SourceFile> files)
    {
        Files = [.. files];
        CSharp = [.. Files.Where(file => file.IsCSharp)];
        _byPath = Files.ToDictionary(file => file.Path);
        _folders = [.. Files.SelectMany(file => Above(file.Path))];
    }

    /// <summary>The checkout, read once.</summary>
    public static SourceTree Repository { get; } = new(ReadFolder(new DirectoryInfo(RepositoryRoot.Path)));

    public IReadOnlyList<SourceFile> Files { get; }

    public IReadOnlyList<SourceFile> CSharp { get; }

    public SourceFile? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Whether there is such a file or folder.</summary>
    public bool Has(string path) => path.Length == 0 || _byPath.ContainsKey(path) || _folders.Contains(path);

    private static IEnumerable<SourceFile> ReadFolder(DirectoryInfo folder) => folder.EnumerateFileSystemInfos()
        .Where(entry => entry.LinkTarget is null)
        .SelectMany(entry => entry switch
        {
            DirectoryInfo child => NotOurs.Contains(child.Name) ? [] : ReadFolder(child),
            FileInfo file when !file.Name.EndsWith(".received.txt", StringComparison.Ordinal) => [Read(file)],
            _ => Enumerable.Empty<SourceFile>(),
        });

    private static SourceFile Read(FileInfo file)
    {
        var isText = file.Length <= LargestText && !Binary.Contains(file.Extension);
        var path = Path.GetRelativePath(RepositoryRoot.Path, file.FullName).Replace('\\', '/');
        return new SourceFile(path, isText ? File.ReadAllText(file.FullName) : "");
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            yield return path[..slash];
    }
}
