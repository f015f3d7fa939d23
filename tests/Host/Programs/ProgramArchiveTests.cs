namespace Akka.Flink.Host.Tests.Programs;

using Akka.Flink.Host.Programs;
using Akka.Flink.Host.Tests.Programs.Support;

/// <summary>What is uploaded of a program, and which libraries it then has.</summary>
public sealed class ProgramArchiveTests : IDisposable
{
    private const string Execute = """
        var env = StreamExecutionEnvironment.GetExecutionEnvironment(args);
        env.FromCollection(new long[] { 1 }).Print();

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("akka-flink-archive-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Equal_files_give_equal_bytes_whenever_and_wherever_they_were_built()
    {
        var (here, there) = (Compile("here"), Compile("there"));
        File.SetLastWriteTimeUtc(there, DateTime.UnixEpoch);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(there, UnixFileMode.UserRead);

        var (one, other) = (ProgramArchive.Of(here), ProgramArchive.Of(there));

        Assert.Equal(one.Hash, other.Hash);
        Assert.True(one.Content.Span.SequenceEqual(other.Content.Span));

        string Compile(string folder)
        {
            var library = CompiledProgram.CompileLibrary(Path.Combine(_folder, folder), "Library", "1.0.0.0", "public class Thing;");
            return CompiledProgram.Compile(Path.Combine(_folder, folder), "Program", "_ = new Thing();", library);
        }
    }

    [Fact]
    public void Has_what_the_program_refers_to_and_nothing_else_of_its_folder()
    {
        var library = CompiledProgram.CompileLibrary(_folder, "Library", "1.0.0.0", "public class Thing;");
        CompiledProgram.CompileLibrary(_folder, "Unrelated", "1.0.0.0", "public class Thing;");
        File.Copy(typeof(FlinkException).Assembly.Location, Path.Combine(_folder, "Akka.Flink.State.dll"));
        File.WriteAllText(Path.Combine(_folder, "data.csv"), "a,b");

        var archive = ProgramArchive.Of(CompiledProgram.Compile(_folder, "Program", "_ = new Thing();\n" + Execute, library));

        Assert.Equal(["Library.dll", "Program.dll"], archive.Files);
    }

    [Fact]
    public void Has_what_only_a_library_refers_to()
    {
        const string Inner = "public class Thing { public static string Name => \"inner\"; }";
        const string Outer = "public class P { public static void Main() => Console.Write(Thing.Name); }";
        var inner = CompiledProgram.CompileLibrary(_folder, "Inner", "1.0.0.0", Inner);
        var outer = CompiledProgram.Compile(_folder, "Outer", Outer, inner);

        var archive = ProgramArchive.Of(CompiledProgram.Compile(_folder, "Program", "P.Main();", outer));

        Assert.Equal(["Inner.dll", "Outer.dll", "Program.dll"], archive.Files);
    }

    [Fact]
    public void Has_files_that_the_manifest_lists_for_the_program_and_its_libraries_alone()
    {
        var assembly = CompiledProgram.Compile(_folder, "Program", Execute);
        CompiledProgram.CompileLibrary(_folder, "Plugin", "1.0.0.0", "public class Thing;");
        foreach (var name in (string[])["runtimes/linux-x64/native/libfast.so", "de/Plugin.resources.dll", "Engine.Part.dll"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, name))!);
            File.Copy(Path.Combine(_folder, "Plugin.dll"), Path.Combine(_folder, name));
        }

        WriteManifest("""
            "Program/1.0.0": { "dependencies": { "Plugin": "1.0.0", "Akka.Flink.Host": "0.1.0" }, "runtime": { "Program.dll": {} } },
            "Plugin/1.0.0": { "runtime": { "lib/net8.0/Plugin.dll": {} },
              "resources": { "lib/net8.0/de/Plugin.resources.dll": { "locale": "de" } },
              "runtimeTargets": { "runtimes/linux-x64/native/libfast.so": { "rid": "linux-x64", "assetType": "native" } } },
            "Akka.Flink.Host/0.1.0": { "dependencies": { "Engine.Part": "1.0.0" }, "runtime": { "Akka.Flink.Host.dll": {} } },
            "Engine.Part/1.0.0": { "runtime": { "Engine.Part.dll": {} } }
            """);

        var archive = ProgramArchive.Of(assembly);

        Assert.Equal(
            ["Plugin.dll", "Program.deps.json", "Program.dll", "de/Plugin.resources.dll", "runtimes/linux-x64/native/libfast.so"],
            archive.Files);
    }

    [Fact]
    public void Names_an_assembly_that_is_missing()
    {
        var library = CompiledProgram.CompileLibrary(_folder, "Library", "1.0.0.0", "public class Thing;");
        var assembly = CompiledProgram.Compile(_folder, "Program", "_ = new Thing();", library);
        File.Delete(library);

        var refusal = Assert.Throws<JobException>(() => ProgramArchive.Of(assembly));

        Assert.Contains("The program 'Program' refers to the assembly 'Library', which is neither in its folder nor", refusal.Message);
    }

    [Fact]
    public void Names_a_file_of_the_manifest_that_is_missing()
    {
        var assembly = CompiledProgram.Compile(_folder, "Program", Execute);
        WriteManifest("""
            "Program/1.0.0": { "dependencies": { "Plugin": "1.0.0" }, "runtime": { "Program.dll": {} } },
            "Plugin/1.0.0": { "runtime": { "lib/net8.0/Plugin.dll": {} } }
            """);

        var refusal = Assert.Throws<JobException>(() => ProgramArchive.Of(assembly));

        Assert.Contains("depends on 'Plugin', whose file 'Plugin.dll' is not in its folder", refusal.Message);
    }

    [Fact]
    public void Names_what_is_no_program()
    {
        var file = Path.Combine(_folder, "Program.dll");

        Assert.Contains("is not there", Assert.Throws<JobException>(() => ProgramArchive.Of(file)).Message);
        File.WriteAllText(file, "text");
        Assert.Contains("is no assembly of a program", Assert.Throws<JobException>(() => ProgramArchive.Of(file)).Message);
    }

    [Fact]
    public async Task An_assembly_that_is_missed_only_when_the_program_runs_is_named()
    {
        var library = CompiledProgram.CompileLibrary(_folder, "Library", "1.0.0.0", "public class Thing;");
        var assembly = CompiledProgram.Compile(
            _folder, "Program", Execute + "System.Reflection.Assembly.Load(\"Plugin, Version=1.0.0.0\"); _ = new Thing();", library);
        var node = new ProgramNode(_folder);
        var program = await node.UploadAsync(assembly);

        var refusal = await Assert.ThrowsAsync<JobException>(() => node.CaptureAsync(program));

        Assert.Contains("The program 'Program' needs 'Plugin, Version=1.0.0.0", refusal.Message);
        Assert.Contains("which was not uploaded with it", refusal.Message);
    }

    [Fact]
    public async Task A_program_has_its_own_version_of_a_library_that_the_engine_uses_too()
    {
        var engines = typeof(Spectre.Console.AnsiConsole).Assembly.GetName();
        var library = CompiledProgram.CompileLibrary(
            Path.Combine(_folder, "program"), engines.Name!, "99.1.2.3", "namespace Spectre.Console; public static class AnsiConsole;");
        var assembly = CompiledProgram.Compile(
            Path.Combine(_folder, "program"), "Program",
            Execute + "await env.ExecuteAsync(typeof(Spectre.Console.AnsiConsole).Assembly.GetName().Version!.ToString());", library);
        var node = new ProgramNode(_folder);

        var job = await node.CaptureAsync(await node.UploadAsync(assembly));

        Assert.Equal("99.1.2.3", job.Graph.Name);
        Assert.NotEqual("99.1.2.3", engines.Version!.ToString());
    }

    [Theory]
    [InlineData("99.0.0.0", "99.0.0.0")]
    [InlineData("1.0.0.0", null)]
    public async Task Abstractions_of_dotnet_are_shared_unless_the_program_needs_a_later_version(string version, string? expected)
    {
        const string Name = "Microsoft.Extensions.Logging.Abstractions";
        var folder = Path.Combine(_folder, "program");
        CompiledProgram.CompileLibrary(folder, Name, version, "public class Thing;");
        var assembly = CompiledProgram.Compile(folder, "Program", Execute + $$"""
            var loaded = System.Reflection.Assembly.Load("{{Name}}, Version={{version}}");
            await env.ExecuteAsync(loaded.GetName().Version!.ToString());
            """);
        WriteManifest(
            $$"""
            "Program/1.0.0": { "dependencies": { "{{Name}}": "1.0.0" }, "runtime": { "Program.dll": {} } },
            "{{Name}}/1.0.0": { "runtime": { "lib/net8.0/{{Name}}.dll": { "assemblyVersion": "{{version}}" } } }
            """, folder);
        var node = new ProgramNode(_folder);

        var job = await node.CaptureAsync(await node.UploadAsync(assembly));

        Assert.Equal(expected ?? typeof(Microsoft.Extensions.Logging.ILogger).Assembly.GetName().Version!.ToString(), job.Graph.Name);
    }

    private void WriteManifest(string libraries, string? folder = null) => File.WriteAllText(
        Path.Combine(folder ?? _folder, "Program.deps.json"),
        $$"""
        {
          "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" },
          "targets": { ".NETCoreApp,Version=v10.0": { {{libraries}} } },
          "libraries": {
            "Program/1.0.0": { "type": "project", "serviceable": false, "sha512": "" },
            "Plugin/1.0.0": { "type": "package", "serviceable": false, "sha512": "" },
            "Akka.Flink.Host/0.1.0": { "type": "project", "serviceable": false, "sha512": "" },
            "Engine.Part/1.0.0": { "type": "package", "serviceable": false, "sha512": "" },
            "Microsoft.Extensions.Logging.Abstractions/1.0.0": { "type": "package", "serviceable": false, "sha512": "" }
          }
        }
        """);
}
