namespace Akka.Flink.AkkaContract.Tests.Extensions;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "extensions")]
public sealed class ExtensionTests : ContractTest
{
    [Fact]
    public async Task An_extension_is_created_once_for_a_system_even_when_many_ask_at_once()
    {
        var asking = Enumerable.Range(0, 8).Select(_ => OnOwnThread<Counted>(() => CountedId.Instance.Apply(Sys)));
        var found = await Task.WhenAll(asking).WaitAsync(Deadline);

        Assert.Single(found.Distinct());
        Assert.Equal(1, found[0].Created);
    }

    [Fact]
    public void Each_system_has_its_own()
    {
        using var other = ActorSystem.Create("other", Patient);

        Assert.NotSame(CountedId.Instance.Apply(Sys), CountedId.Instance.Apply(other));
    }

    [Fact]
    public void An_extension_that_was_registered_is_found_by_type()
    {
        Assert.False(Sys.HasExtension<Counted>());

        var registered = Sys.RegisterExtension(CountedId.Instance);

        Assert.True(Sys.HasExtension<Counted>());
        Assert.True(Sys.HasExtension(typeof(Counted)));
        Assert.Same(registered, Sys.GetExtension<Counted>());
        Assert.True(Sys.TryGetExtension<Counted>(out var found));
        Assert.Same(registered, found);
    }

    [Fact]
    public void WithExtension_registers_and_returns_it()
    {
        var extension = Sys.WithExtension<Counted, CountedId>();

        Assert.Same(extension, Sys.GetExtension<Counted>());
        Assert.Same(extension, Sys.WithExtension<Counted, CountedId>());
    }

    [Fact]
    public void Extensions_in_the_configuration_are_created_with_the_system()
    {
        const string config = """akka.extensions = ["Akka.Flink.AkkaContract.Tests.Extensions.CountedId, Akka.Flink.AkkaContract.Tests"]""";

        using var system = ActorSystem.Create("configured", Patient + config);

        Assert.True(system.HasExtension<Counted>());
        Assert.Same(system, system.GetExtension<Counted>().System);
    }

    [Fact]
    public void An_extension_sees_the_extended_system() => Assert.Same(Sys, CountedId.Instance.Apply(Sys).System);

    private static Task<T> OnOwnThread<T>(Func<T> function) =>
        Task.Factory.StartNew(function, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
