namespace Akka.Flink.Host.Tests.Programs;

using Akka.Flink.Host.Embedded;
using Akka.Flink.Host.Programs;
using Akka.Flink.Host.Tests.Programs.Support;
using Akka.Flink.Runtime;

/// <summary>How nodes of a cluster learn jobs from programs.</summary>
public sealed class JobProgramsTests : IDisposable
{
    private const string Build = """
        var env = StreamExecutionEnvironment.GetExecutionEnvironment(args);
        env.FromCollection(new long[] { 1, 2, 3 }).Map(number => number + 1)
            .KeyBy(number => number).Reduce((one, other) => one + other).Print();

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("akka-flink-programs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Learns_the_job_and_its_settings()
    {
        var node = new ProgramNode(_folder, assignments: ["restart-strategy.type=fixed-delay", "restart-strategy.fixed-delay.attempts=7"]);

        var job = await node.CaptureSourceAsync(
            Build + "env.EnableCheckpointing(TimeSpan.FromSeconds(3)); await env.ExecuteAsync(\"mine\");");

        Assert.Equal("mine", job.Graph.Name);
        Assert.Equal(TimeSpan.FromSeconds(3), job.Settings.Checkpoints.Interval);
        Assert.Equal(7, job.Settings.RestartStrategy.Attempts);
    }

    [Fact]
    public async Task What_the_job_was_submitted_with_wins_over_the_node()
    {
        var node = new ProgramNode(_folder, assignments: ["parallelism.default=2", "execution.checkpointing.interval=1s"]);
        var assembly = CompiledProgram.Compile(_folder, "Program", Build + "await env.ExecuteAsync();");
        var program = await node.UploadAsync(assembly) with { Assignments = ["parallelism.default=3", "pipeline.job-id=ours"] };

        var job = await node.CaptureAsync(program);

        Assert.Equal(3, job.Graph.Vertices[^1].Parallelism);
        Assert.Equal(TimeSpan.FromSeconds(1), job.Settings.Checkpoints.Interval);
        Assert.Equal(new JobId("ours"), node.Programs.JobIdOf(program, job.Graph.Name));
    }

    [Fact]
    public async Task Names_the_job_as_the_command_line_does()
    {
        var node = new ProgramNode(_folder);
        var program = new JobProgram(new string('0', 64), "Program.dll", null, ["a", "b"], []);

        Assert.Equal(JobIds.Of(null, "My job", "Program", ["a", "b"]), node.Programs.JobIdOf(program, "My job"));
        await Assert.ThrowsAsync<SettingsException>(() => node.CaptureAsync(program with { Assignments = ["paralelism=1"] }));
    }

    [Fact]
    public async Task Refuses_secrets_in_what_is_recorded_with_the_job()
    {
        var node = new ProgramNode(_folder);
        var program = new JobProgram(new string('0', 64), "Program.dll", null, [], ["control.connection-string=Password=hidden"]);

        var refusal = await Assert.ThrowsAsync<JobException>(() => node.CaptureAsync(program));

        Assert.Contains("'control.connection-string'", refusal.Message);
        Assert.DoesNotContain("hidden", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hands_the_arguments_to_the_program()
    {
        var job = await new ProgramNode(_folder).CaptureSourceAsync(
            Build + "await env.ExecuteAsync(string.Join('+', args));", "one", "two");

        Assert.Equal("one+two", job.Graph.Name);
    }

    [Fact]
    public async Task Calls_the_class_that_was_named()
    {
        var node = new ProgramNode(_folder);
        var assembly = CompiledProgram.Compile(_folder, "Program", $$"""
            Console.WriteLine("the entry point");
            static class Other
            {
                static async Task<int> Main(string[] args) { {{Build}} await env.ExecuteAsync("other"); return 1; }
            }
            """);
        var program = await node.UploadAsync(assembly) with { ClassName = "Other" };

        Assert.Equal("other", (await node.CaptureAsync(program)).Graph.Name);
        var refusal = await Assert.ThrowsAnyAsync<FlinkException>(() => node.CaptureAsync(program with { ClassName = "Othre" }));
        Assert.Contains("Did you mean 'Other'?", refusal.Message);
    }

    [Fact]
    public async Task Calls_the_entry_point_once_for_each_parallelism()
    {
        var node = new ProgramNode(_folder);
        var calls = Path.Combine(_folder, "calls");
        var program = await node.UploadAsync(CompiledProgram.Compile(
            _folder, "Program", Build + "File.AppendAllText(args[0], \"x\"); await env.ExecuteAsync();"), calls);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => node.CaptureAsync(program, 1 + (i % 2))));

        Assert.Equal("xx", await File.ReadAllTextAsync(calls));
    }

    [Fact]
    public async Task Programs_are_apart_and_one_of_the_same_content_is_loaded_once()
    {
        const string Count = "static class State { public static int Calls; }";
        const string Source = Build + "await env.ExecuteAsync($\"call {++State.Calls}\");\n" + Count;
        var node = new ProgramNode(_folder);

        var first = await node.CaptureSourceAsync(Source);
        var other = await node.CaptureSourceAsync(Source + "\nstatic class Different;");
        var again = await node.CaptureSourceAsync(Source, "an argument");

        Assert.Equal(["call 1", "call 1", "call 2"], [first.Graph.Name, other.Graph.Name, again.Graph.Name]);
    }

    [Fact]
    public async Task Parallelisms_change_and_uids_and_key_groups_do_not()
    {
        const string Source = """
            var env = StreamExecutionEnvironment.GetExecutionEnvironment(args);
            env.SetParallelism(2);
            env.FromCollection(new long[] { 1 }).Forward().Map(number => number).SetParallelism(1)
                .Map(number => number + 1).SetMaxParallelism(3).SetParallelism(3)
                .KeyBy(number => number).Reduce((one, other) => one + other).SetParallelism(100)
                .Map(number => number).Uid("mine").Print();
            await env.ExecuteAsync();
            """;
        var node = new ProgramNode(_folder);
        var program = await node.UploadAsync(CompiledProgram.Compile(_folder, "Program", Source));

        var jobs = await Task.WhenAll(((int?[])[null, 1, 2, 3, 7, 500]).Select(parallelism => node.CaptureAsync(program, parallelism)));

        var operators = jobs.Select(job => Operators(job).ToDictionary(each => each.Uid)).ToList();
        Assert.All(operators, each => Assert.Equal(operators[0].Keys.Order(), each.Keys.Order()));
        Assert.All(operators, each => Assert.Equal(operators[0].Values.Sum(one => one.Groups), each.Values.Sum(one => one.Groups)));
        Assert.All(operators[0].Keys, uid => Assert.Single(operators.Select(each => each[uid].Groups).Distinct()));
        Assert.All(operators[1].Values, each => Assert.Equal(1, each.Parallelism));
        Assert.Equal([1, 3, 7], operators[4].Values.Select(each => each.Parallelism).Distinct().Order());
        Assert.Equal(7, operators[4]["mine"].Parallelism);
        Assert.Equal(128, operators[5]["mine"].Parallelism);
        Assert.Equal(256, operators[0].Values.Max(each => each.Groups));
    }

    [Fact]
    public async Task Single_operators_have_a_parallelism_of_their_own()
    {
        const string Source = """
            var env = StreamExecutionEnvironment.GetExecutionEnvironment(args);
            env.FromCollection(new long[] { 1 })
                .Map(number => number).Uid("first").Map(number => number).Uid("second").Print().Uid("third");
            await env.ExecuteAsync();
            """;
        var node = new ProgramNode(_folder);
        var program = await node.UploadAsync(CompiledProgram.Compile(_folder, "Program", Source));
        var ordered = program with { Parallelisms = program.Parallelisms.Add("second", 4).Add("nobody", 9) };

        var job = await node.CaptureAsync(ordered, 2);
        var alone = await node.CaptureAsync(ordered);

        Assert.Equal([("first", 2), ("second", 4), ("third", 2)], Named(job));
        Assert.Equal([("first", 1), ("second", 4), ("third", 1)], Named(alone));

        static IEnumerable<(string, int)> Named(CapturedJob job) => Operators(job)
            .Where(each => each.Uid is "first" or "second" or "third")
            .OrderBy(each => each.Uid)
            .Select(each => (each.Uid, each.Parallelism));
    }

    [Theory]
    [InlineData("came to its end without executing a job", "Console.WriteLine(\"nothing to do\");")]
    [InlineData("It wrote:", "Console.WriteLine(\"nothing to do\");")]
    [InlineData("nothing to do", "Console.WriteLine(\"nothing to do\");")]
    [InlineData("oh no", "try { throw new Exception(\"oh no\"); } catch (Exception e) { Console.Error.WriteLine(e.Message); }")]
    [InlineData("failed before it executed its job: InvalidOperationException: oh no", "throw new InvalidOperationException(\"oh no\");")]
    [InlineData("executes 'a' and then 'b'", "await Task.WhenAll(env.ExecuteAsync(\"a\"), env.ExecuteAsync(\"b\"));")]
    [InlineData("executes 'a' and then 'a'", "while (true) try { await env.ExecuteAsync(\"a\"); } catch (Exception) when (n++ < 3) { }")]
    [InlineData("executes 'a' and then 'b'",
        "try { await env.ExecuteAsync(\"a\"); } catch (Exception) { } try { await env.ExecuteAsync(\"b\"); } catch (Exception) { }")]
    [InlineData("has no operators", "env = StreamExecutionEnvironment.GetExecutionEnvironment(); await env.ExecuteAsync(\"empty\");")]
    public async Task Refuses_programs_that_are_not_one_job(string message, string end)
    {
        var refusal = await Assert.ThrowsAnyAsync<FlinkException>(
            () => new ProgramNode(_folder).CaptureSourceAsync("var n = 0; _ = n;\n" + Build + end));

        Assert.Equal(ErrorDomain.Definition, refusal.Domain);
        Assert.Contains(message, refusal.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("has not executed its job within 0.5 s", "Thread.Sleep(Timeout.Infinite);")]
    [InlineData("goes on after ExecuteAsync of 'a'", "_ = env.ExecuteAsync(\"a\"); await Task.Delay(Timeout.Infinite);")]
    public async Task Refuses_programs_that_do_not_end_in_time(string message, string end)
    {
        var node = new ProgramNode(_folder, timeout: TimeSpan.FromSeconds(0.5));

        var refusal = await Assert.ThrowsAsync<JobException>(() => node.CaptureSourceAsync(Build + end));

        Assert.Equal(ErrorDomain.Definition, refusal.Domain);
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("try { await env.ExecuteAsync(\"a\"); } catch (Exception e) { Console.Error.WriteLine(e); return 1; } return 0;")]
    [InlineData("env.ExecuteAsync(\"a\").Wait();")]
    [InlineData("try { env.ExecuteAsync(\"a\").GetAwaiter().GetResult(); } catch (Exception e) { throw new Exception(\"failed\", e); }")]
    [InlineData("var thread = new Thread(() => { try { env.ExecuteAsync(\"a\").Wait(); } catch { } }); thread.Start(); thread.Join();")]
    public async Task Takes_the_job_however_its_program_ends(string end)
    {
        var job = await new ProgramNode(_folder).CaptureSourceAsync(Build + end);

        Assert.Equal("a", job.Graph.Name);
    }

    [Fact]
    public async Task What_a_program_writes_does_not_reach_the_console()
    {
        var console = Console.Out;
        var written = new StringWriter();
        try
        {
            var node = new ProgramNode(_folder);
            await node.CaptureSourceAsync(Build + "await env.ExecuteAsync();");   // from here on what programs write is routed
            Console.SetOut(new RoutedWriter(written));
            await node.CaptureSourceAsync(Build + "Console.WriteLine(\"again\"); Console.Write('c'); await env.ExecuteAsync();");
            Console.WriteLine("from the node");
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Equal("from the node" + Environment.NewLine, written.ToString());
    }

    [Fact]
    public async Task A_program_that_was_damaged_on_the_way_or_in_the_cache_is_not_run()
    {
        var node = new ProgramNode(_folder);
        var program = await node.UploadAsync(CompiledProgram.Compile(_folder, "Program", Build + "await env.ExecuteAsync(\"mine\");"));
        await node.CaptureAsync(program);
        var cached = Path.Combine(node.Cache, program.Artifact, "Program.dll");
        var bytes = await File.ReadAllBytesAsync(cached);

        await File.WriteAllBytesAsync(cached + ".new", new byte[bytes.Length]);   // as after a power failure
        File.Move(cached + ".new", cached, overwrite: true);
        var job = await new ProgramNode(_folder).CaptureAsync(program);

        Assert.Equal("mine", job.Graph.Name);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(cached));

        await File.AppendAllTextAsync(Path.Combine(node.ArtifactFolder, program.Artifact), "x");
        var refusal = await Assert.ThrowsAsync<StorageException>(() => new ProgramNode(_folder, "new").CaptureAsync(program));
        Assert.Contains(program.Artifact, refusal.Message);
        Assert.Contains("is damaged", refusal.Message);
    }

    [Fact]
    public async Task Nodes_of_one_host_may_share_a_cache()
    {
        var nodes = Enumerable.Range(0, 4).Select(_ => new ProgramNode(_folder)).ToList();
        var program = await nodes[0].UploadAsync(CompiledProgram.Compile(_folder, "Program", Build + "await env.ExecuteAsync();"));

        var jobs = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.CaptureAsync(program))));

        Assert.Single(jobs.Select(job => GraphFingerprint.Of(job.Graph)).Distinct());
        Assert.Equal([program.Artifact], Directory.GetDirectories(nodes[0].Cache).Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public async Task Refuses_what_is_no_archive_and_names_of_other_assemblies()
    {
        var node = new ProgramNode(_folder);
        var program = await node.UploadAsync(CompiledProgram.Compile(_folder, "Program", Build + "await env.ExecuteAsync();"));
        byte[] nonsense = [.. Enumerable.Repeat((byte)'x', 2000)];
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(nonsense));
        using var content = new MemoryStream(nonsense);
        await node.Artifacts.PutAsync(hash, content, CancellationToken.None);

        var noArchive = await Assert.ThrowsAsync<JobException>(() => node.CaptureAsync(program with { Artifact = hash }));
        var noAssembly = await Assert.ThrowsAsync<JobException>(() => node.CaptureAsync(program with { Assembly = "../Program.dll" }));
        var noProgram = await Assert.ThrowsAsync<StorageException>(
            () => node.CaptureAsync(program with { Artifact = new string('a', 64) }));

        Assert.Contains("is no archive of a program", noArchive.Message);
        Assert.Equal([program.Artifact], Directory.GetDirectories(node.Cache).Select(path => Path.GetFileName(path)));
        Assert.Contains("'../Program.dll' is not in what was uploaded", noAssembly.Message);
        Assert.Contains("Submit the job again", noProgram.Message);
    }

    private static IEnumerable<(string Uid, int Parallelism, int Groups)> Operators(CapturedJob job) =>
        job.Graph.Vertices.SelectMany(vertex => vertex.Uids.Select(uid => (uid, vertex.Parallelism, vertex.MaxParallelism)));
}
