namespace Akka.Flink.Host.Programs;

using System.Text.Json;

/// <summary>What <c>PROGRAM.deps.json</c> says: libraries, what each depends on, and which files it has.</summary>
internal sealed class DependencyManifest
{
    private static readonly string[] Kinds = ["runtime", "native", "resources", "runtimeTargets"];

    private readonly Dictionary<string, DependencyLibrary> _libraries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, DependencyLibrary> _byFile = new(StringComparer.OrdinalIgnoreCase);

    private DependencyManifest()
    {
    }

    /// <summary>Reads the file beside a program.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Empty when there is none.</returns>
    /// <exception cref="JsonException">It is damaged.</exception>
    public static DependencyManifest Read(string path)
    {
        var manifest = new DependencyManifest();
        if (!File.Exists(path))
            return manifest;

        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var target = document.RootElement.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
        foreach (var library in document.RootElement.GetProperty("targets").GetProperty(target).EnumerateObject())
            manifest.Add(ReadLibrary(library));
        return manifest;
    }

    /// <summary>A library.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Null when it is not listed.</returns>
    public DependencyLibrary? Find(string name) => _libraries.GetValueOrDefault(name);

    /// <summary>The library that an assembly belongs to.</summary>
    /// <param name="file">The assembly's file name.</param>
    /// <returns>Null when it is not listed.</returns>
    public DependencyLibrary? FindOwner(string file) => _byFile.GetValueOrDefault(file);

    private static DependencyLibrary ReadLibrary(JsonProperty library)
    {
        var slash = library.Name.IndexOf('/', StringComparison.Ordinal);
        var name = slash < 0 ? library.Name : library.Name[..slash];
        var files =
            from kind in Kinds
            where library.Value.TryGetProperty(kind, out _)
            from file in library.Value.GetProperty(kind).EnumerateObject()
            select new DependencyFile(PlaceOf(kind, file), kind == "runtime");
        string[] dependencies = library.Value.TryGetProperty("dependencies", out var all)
            ? [.. all.EnumerateObject().Select(each => each.Name)]
            : [];
        return new DependencyLibrary(name, dependencies, [.. files.Where(file => Path.GetFileName(file.Path) != "_._")]);
    }

    // Where a build puts it: files for one system stay in their folders, resources in that of their language, the rest lies flat.
    private static string PlaceOf(string kind, JsonProperty file) => kind switch
    {
        "runtimeTargets" => file.Name,
        "resources" => $"{file.Value.GetProperty("locale").GetString()}/{Path.GetFileName(file.Name)}",
        _ => Path.GetFileName(file.Name),
    };

    private void Add(DependencyLibrary library)
    {
        _libraries.TryAdd(library.Name, library);
        foreach (var file in library.Files.Where(file => file.IsAssembly))
            _byFile.TryAdd(file.Path, library);
    }
}
