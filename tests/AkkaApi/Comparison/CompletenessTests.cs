namespace Akka.Flink.AkkaApi.Tests.Comparison;

using Akka.Flink.AkkaApi.Tests.Listing;
using Akka.Flink.Shared.ApiText;

public class CompletenessTests
{
    private const string Listing = """
        Akka.IJob | public interface
        Akka.IJob :: void Start()
        Akka.IJob :: void Stop(string reason)
        Akka.IJob :: void Route(Akka.Routing.IRouter router)
        Akka.Base | public abstract class
        Akka.Base :: public abstract void Run()
        Akka.Base :: public abstract int Count { get; }
        Akka.Base :: public virtual void Walk()
        Akka.IUnused | public interface
        Akka.IUnused :: void Never()
        """;

    private const string Library = """
        namespace Akka
        {
            public interface IJob { void Start(); }
            public interface IUnused { }
            public abstract class Base { public abstract void Run(); }
        }
        """;

    private const string Outside = """
        internal sealed class Job : Akka.IJob { public void Start() { } }
        internal class Walker : Akka.Base { public override void Run() { } }
        """;

    [Fact]
    public void Misses_the_members_that_an_implementer_would_have_to_write()
    {
        var library = AssemblySet.Compile("Library", Library);
        var set = new AssemblySet(library, AssemblySet.Compile("Outside", Outside, library));
        var slice = new ApiReader().Read(set.Extra.First()).ToDictionary(type => type.Name);
        var listing = OfficialListing.Parse(Listing.Split('\n'));

        var missing = Completeness.ImplementedBy(set.Extra.Last(), new HashSet<string> { "Library" })
            .Select(listing.Find)
            .SelectMany(type => new Completeness(slice).Missing(type!));

        Assert.Equal(
            [
                "Akka.Base: implemented outside the slice and lacks 'public abstract int Count { get; }'",
                "Akka.IJob: implemented outside the slice and lacks 'void Stop(string reason)'",
            ],
            missing.Order(StringComparer.Ordinal));
    }
}
