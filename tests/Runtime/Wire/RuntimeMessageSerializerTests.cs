namespace Akka.Flink.Runtime.Tests.Wire;

using System.Text;
using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;

/// <summary>What nodes of different versions say to each other: these bytes must be read for as long as there are such nodes.</summary>
public sealed partial class RuntimeMessageSerializerTests : IAsyncLifetime
{
    private const string GoldenFile = "Messages.golden.txt";

    private readonly ExtendedActorSystem _system = (ExtendedActorSystem)ActorSystem.Create("wire", ConfigurationFactory.ParseString(
        """
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.actor.provider = remote
        akka.remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
        """).WithFallback(RuntimeMessageSerializer.DefaultConfig));

    private IReadOnlyList<IWireMessage> Samples =>
        WireSamples.All(_system.Provider.ResolveActorRef("akka.tcp://flink@10.0.0.1:4053/user/tasks/t-1"));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _system.Terminate();

    [Fact]
    public void Writes_the_bytes_that_were_agreed()
    {
        var found = string.Join('\n', Samples.Select(sample =>
        {
            var serializer = SerializerOf(sample);
            return $"{serializer.Manifest(sample)} {Convert.ToHexStringLower(serializer.ToBinary(sample))}";
        }));

        if (string.Join('\n', Golden().Select(line => $"{line.Manifest} {line.Hex}")) == found)
            return;

        var received = Path.Combine(AppContext.BaseDirectory, "Messages.received.txt");
        File.WriteAllText(received, found + "\n");
        Assert.Fail($"The bytes are others than those in {GoldenFile}. What is new goes there from {received}; what was there stays.");
    }

    [Fact]
    public void Reads_what_every_version_wrote()
    {
        var types = Samples.Select(sample => sample.GetType()).ToList();
        var number = 0;
        foreach (var (manifest, hex) in Golden())
        {
            var read = SerializerOf(new RunTask(default)).FromBinary(Convert.FromHexString(hex), manifest);

            Assert.IsType(types[number++], read);
            Assert.Equal(hex, Convert.ToHexStringLower(SerializerOf(read).ToBinary(read)));
        }
    }

    [Fact]
    public void Every_message_that_can_cross_has_a_manifest_and_an_example()
    {
        var crossing = typeof(IWireMessage).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IWireMessage)) && type is { IsAbstract: false, IsInterface: false }).ToList();
        var known = WireFormats.All.Select(format => format.Type).Append(typeof(DataFrame)).ToList();
        var manifests = WireFormats.All.Select(format => format.Manifest).Append(DataFrame.Manifest).ToList();

        Assert.Equal(crossing.Select(type => type.Name).Order(), known.Select(type => type.Name).Order());
        Assert.Equal(known.Select(type => type.Name).Order(), Samples.Select(sample => sample.GetType().Name).Distinct().Order());
        Assert.All(manifests, manifest => Assert.Matches(ManifestPattern(), manifest));
        Assert.Equal(manifests.Count, manifests.Distinct().Count());
    }

    [Fact]
    public void Bytes_that_are_cut_off_are_an_error_that_says_where()
    {
        foreach (var sample in Samples.Where(sample => sample is not DataFrame))   // of which tasks read the content
        {
            var serializer = SerializerOf(sample);
            var bytes = serializer.ToBinary(sample);
            for (var length = 0; length < bytes.Length; length++)
            {
                var error = Assert.Throws<JobException>(() => serializer.FromBinary(bytes[..length], serializer.Manifest(sample)));
                Assert.Contains($"a message of kind '{serializer.Manifest(sample)}'", error.Message, StringComparison.Ordinal);
                Assert.Contains($"there are {length} in all", error.Message, StringComparison.Ordinal);
            }

            var longer = Assert.Throws<JobException>(() => serializer.FromBinary([.. bytes, 0], serializer.Manifest(sample)));
            Assert.Contains("1 bytes behind its end", longer.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Damaged_bytes_are_an_error_or_another_message_and_nothing_else()
    {
        var random = new Random(11);
        foreach (var sample in Samples)
        {
            var serializer = SerializerOf(sample);
            var bytes = serializer.ToBinary(sample);
            for (var i = 0; i < 500 && bytes.Length > 0; i++)
            {
                var damaged = bytes.ToArray();
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                try
                {
                    Assert.IsAssignableFrom<IWireMessage>(serializer.FromBinary(damaged, serializer.Manifest(sample)));
                }
                catch (JobException error)
                {
                    Assert.NotEmpty(error.Message);
                }
            }
        }
    }

    [Fact]
    public void An_actor_is_named_by_the_address_at_which_others_reach_it_and_is_local_where_it_lives()
    {
        var actor = _system.ActorOf(Props.Create(() => new Idle()), "idle");
        var serializer = SerializerOf(new RunTask(default));
        var message = new TaskDeployed(new AttemptId(new JobId("j"), 1), default, actor, "f");

        var bytes = serializer.ToBinary(message);
        var read = (TaskDeployed)serializer.FromBinary(bytes, "TD1");

        Assert.Contains($"{_system.Provider.DefaultAddress}/user/idle#", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(actor, read.Task);
        Assert.True(((IActorRefScope)read.Task).IsLocal);
    }

    [Fact]
    public void A_failure_travels_without_the_exception_itself()
    {
        var failed = Samples.OfType<TaskFailed>().First();
        var serializer = SerializerOf(failed);

        var read = (TaskFailed)serializer.FromBinary(serializer.ToBinary(failed), "TF1");

        Assert.Equal(failed.Failure with { Exception = null }, read.Failure);
    }

    [Fact]
    public void Refuses_what_has_no_manifest_and_what_a_newer_version_says()
    {
        var serializer = new RuntimeMessageSerializer(_system);

        var refused = Assert.Throws<ArgumentException>(() => serializer.Manifest("text"));
        Assert.Contains("System.String", refused.Message, StringComparison.Ordinal);
        var newer = Assert.Throws<JobException>(() => serializer.FromBinary([], "RT9"));
        Assert.Contains("'RT9'", newer.Message, StringComparison.Ordinal);
        var envelope = serializer.ToBinary(new TaskEnvelope(new SlotId("n", 1), default, new RunTask(new AttemptId(new JobId("j"), 1))));
        byte[] nested = [.. envelope[..5], 2, (byte)'E', (byte)'1', .. envelope];
        var inAnother = Assert.Throws<JobException>(() => serializer.FromBinary(nested, "E1"));
        Assert.Contains("TaskEnvelope' came in the envelope of a task", inAnother.Message, StringComparison.Ordinal);
    }

    private static List<(string Manifest, string Hex)> Golden()
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Wire", GoldenFile));
        return [.. lines.Select(line => line.Split(' ')).Select(parts => (parts[0], parts[1]))];
    }

    private SerializerWithStringManifest SerializerOf(object message) =>
        Assert.IsType<RuntimeMessageSerializer>(_system.Serialization.FindSerializerFor(message));

    [GeneratedRegex("^[A-Z]{1,2}[1-9][0-9]*$")]
    private static partial Regex ManifestPattern();

    private sealed class Idle : UntypedActor
    {
        protected override void OnReceive(object message) => Unhandled(message);
    }
}
