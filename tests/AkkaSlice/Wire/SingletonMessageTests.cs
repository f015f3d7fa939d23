namespace Akka.Flink.AkkaSlice.Tests.Wire;

using Akka.Cluster.Tools.Singleton;

/// <summary>What the managers of a singleton say to each other.</summary>
public sealed class SingletonMessageTests : IAsyncLifetime
{
    private const int SerializerId = 14;

    private static readonly (object Message, string Manifest)[] Messages =
    [
        (new HandOverToMe(), "A"), (new HandOverInProgress(), "B"), (new HandOverDone(), "C"), (new TakeOverFromMe(), "D"),
    ];

    private readonly WireSystem _system = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _system.DisposeAsync();

    [Fact]
    public void Every_message_has_the_official_manifest_and_comes_back_the_same()
    {
        foreach (var (message, manifest) in Messages)
            Assert.Equal(message, _system.Copy(message, SerializerId, manifest));
    }

    [Fact]
    public void No_message_falls_back_to_another_serializer() => Assert.Equal(
        WireSystem.MessagesOf<IClusterSingletonMessage>(),
        Messages.Select(message => message.Message.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void An_unknown_manifest_is_refused() => Assert.Throws<System.Runtime.Serialization.SerializationException>(
        () => _system.Read([], SerializerId, "Z"));
}
