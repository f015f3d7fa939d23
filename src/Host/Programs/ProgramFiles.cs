namespace Akka.Flink.Host.Programs;

using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using Akka.Flink.Host.Cli;

/// <summary>Finds the files of a program's folder that a node needs: its own, and those of what it depends on.</summary>
/// <remarks>
/// What the engine serves (see <see cref="SharedAssemblies"/>) and what only the engine depends on stays behind. Dependencies are those
/// that
/// <c>deps.json</c> lists, and those that assemblies refer to: a program may use what it has only by way of another library.
/// </remarks>
internal sealed class ProgramFiles
{
    private readonly string _program;
    private readonly string _folder;
    private readonly DependencyManifest _manifest;
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _libraries = [];
    private readonly Queue<string> _unread = [];

    private ProgramFiles(string assembly, DependencyManifest manifest)
    {
        _program = Path.GetFileNameWithoutExtension(assembly);
        _folder = Path.GetDirectoryName(assembly)!;
        _manifest = manifest;
    }

    /// <summary>Finds them.</summary>
    /// <param name="assembly">The program's assembly, as a full path.</param>
    /// <returns>The files, by their names in the program's folder, in order.</returns>
    /// <exception cref="JobException">The assembly or a dependency is missing or damaged.</exception>
    public static IReadOnlyDictionary<string, string> Of(string assembly)
    {
        if (!File.Exists(assembly))
            throw ProgramErrors.NoAssembly(assembly);

        var manifest = Path.ChangeExtension(assembly, ".deps.json");
        try
        {
            var found = new ProgramFiles(assembly, DependencyManifest.Read(manifest));
            found.AddProgram(Path.GetFileName(assembly), manifest);
            found.FollowReferences(Path.GetFileName(assembly));
            return found._files;
        }
        catch (Exception cause) when (
            cause is BadImageFormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw ProgramErrors.NotAnAssembly(assembly, cause);
        }
    }

    private void AddProgram(string assembly, string manifest)
    {
        AddFile(assembly, _program);
        if (File.Exists(manifest))
            AddFile(Path.GetFileName(manifest), _program);
        if (_manifest.Find(_program) is { } library)
            AddLibrary(library);
    }

    private void AddLibrary(DependencyLibrary library)
    {
        if (!_libraries.Add(library.Name) || library.Files.Any(IsServed))
            return;

        foreach (var file in library.Files)
            AddFile(file.Path, library.Name);
        foreach (var name in library.Dependencies)
        {
            if (_manifest.Find(name) is { } dependency)
                AddLibrary(dependency);
        }
    }

    private bool IsServed(DependencyFile file)
    {
        var path = Path.Combine(_folder, file.Path);
        return file.IsAssembly && SharedAssemblies.Serve(File.Exists(path)
            ? AssemblyName.GetAssemblyName(path)
            : new AssemblyName(Path.GetFileNameWithoutExtension(path)));
    }

    private void AddFile(string name, string library)
    {
        var path = Path.Combine(_folder, name);
        if (!File.Exists(path))
            throw ProgramErrors.MissingFile(_program, library, name);
        if (!_files.TryAdd(name, path) || !name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            return;

        _unread.Enqueue(name);
        var symbols = Path.ChangeExtension(name, ".pdb");
        if (File.Exists(Path.Combine(_folder, symbols)))
            _files.TryAdd(symbols, Path.Combine(_folder, symbols));   // failures name files and lines
    }

    private void FollowReferences(string program)
    {
        while (_unread.TryDequeue(out var file))
        {
            foreach (var reference in ReferencesOf(_files[file]))
                Follow(reference, isOfProgram: file == program);
        }
    }

    private void Follow(AssemblyName reference, bool isOfProgram)
    {
        if (SharedAssemblies.Serve(reference))
            return;

        var file = reference.Name + ".dll";
        if (_manifest.FindOwner(file) is { } owner && !owner.Files.Any(IsServed))
            AddLibrary(owner);
        if (_files.ContainsKey(file))
            return;

        // Libraries refer to what they may never need; whether they do shows when the program runs.
        if (File.Exists(Path.Combine(_folder, file)))
            AddFile(file, reference.Name!);
        else if (isOfProgram)
            throw ProgramErrors.MissingReference(_program, reference.Name!);
    }

    /// <summary>Native libraries refer to none.</summary>
    private static IEnumerable<AssemblyName> ReferencesOf(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata)
            return [];

        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())];
    }
}
