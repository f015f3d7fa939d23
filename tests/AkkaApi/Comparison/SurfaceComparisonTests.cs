namespace Akka.Flink.AkkaApi.Tests.Comparison;

using Akka.Flink.AkkaApi.Tests.Listing;
using Akka.Flink.Shared.ApiText;

public class SurfaceComparisonTests
{
    private const string Listing = """
        Sample.Box<T> | public sealed class : Sample.BoxBase, Sample.IHas<T>, Sample.ILocked, System.IEquatable<Sample.Box<T>>
        Sample.Box<T> :: where T :  class
        Sample.Box<T> :: public const string Label = "say \"it\'s\""
        Sample.Box<T> :: public static readonly Sample.Box<T> Empty
        Sample.Box<T> :: public Box(T value, bool open = True)
        Sample.Box<T> :: public T Value { get; set; }
        Sample.Box<T> :: public bool Equals(Sample.Box<T> other)
        Sample.Box<T> :: protected virtual void Shut(System.Nullable<System.TimeSpan> after = null, params object[] args)
        Sample.Box<T> :: public void Fill<TOther>(TOther other, uint size = 0)
        Sample.Box<T> :: where TOther : Sample.BoxBase, new ()
        Sample.Box<T> :: public static bool ==(Sample.Box<T> left, Sample.Box<T> right)
        Sample.Box<T> :: public static bool !=(Sample.Box<T> left, Sample.Box<T> right)
        Sample.BoxBase | public abstract class
        Sample.BoxBase :: protected BoxBase()
        Sample.BoxBase :: protected abstract void Shut(System.Nullable<System.TimeSpan> after = null, params object[] args)
        Sample.static Boxes | public class
        Sample.static Boxes :: public static int Count(this System.ValueTuple<, >[] pairs, System.Threading.CancellationToken token = null)
        Sample.static Boxes.Lid | public struct
        Sample.static Boxes.Lid :: public readonly int Size
        Sample.IHas<out T> | public interface
        Sample.IHas<out T> :: T Value { get; }
        Sample.ILocked | public interface
        Sample.Mode | public enum
        Sample.Mode :: Open = 0
        Sample.Mode :: Shut = 3
        Sample :: public delegate void Opened(Sample.Mode mode)
        """;

    private const string Good = """
        #pragma warning disable CS0660, CS0661
        namespace Sample
        {
            public delegate void Opened(Mode mode);
            public enum Mode { Open, Shut = 3 }
            public interface IHas<out T> { T Value { get; } }
            public abstract class BoxBase { protected abstract void Shut(System.TimeSpan? after = null, params object[] args); }
            public static class Boxes
            {
                public static int Count(
                    this (string, object)[] pairs,
                    System.Threading.CancellationToken token = default) => pairs.Length;
                public readonly struct Lid { public readonly int Size; }
            }
            public sealed class Box<T> : BoxBase, IHas<T>, System.IEquatable<Box<T>> where T : class
            {
                public const string Label = "say \"it's\"";
                public static readonly Box<T> Empty = new Box<T>(null);
                public Box(T value, bool open = true) { }
                public T Value { get; protected internal set; }
                public bool Equals(Box<T> other) => false;
                protected sealed override void Shut(System.TimeSpan? after = null, params object[] args) { }
                public void Fill<TOther>(TOther other, uint size = 0) where TOther : BoxBase, new() { }
                public static bool operator ==(Box<T> left, Box<T> right) => false;
                public static bool operator !=(Box<T> left, Box<T> right) => false;
                internal void Hidden() { }
            }
            internal interface IHidden { }
        }
        """;

    [Fact]
    public void Accepts_what_the_listing_has_and_only_less()
    {
        var report = Compare(Good);

        Assert.Empty(report.Differences);
        Assert.Equal(7, report.Types);
        Assert.Equal(16, report.Members);
    }

    [Theory]
    [InlineData("T value, bool open = true", "T content, bool open = true", "differs: ours 'public Box(T content, bool open = True)'")]
    [InlineData("sealed override", "override", "differs: ours 'protected override void Shut(System.Nullable<System.TimeSpan> after = null")]
    [InlineData("bool open = true", "bool open = false", "differs: ours 'public Box(T value, bool open = False)'")]
    [InlineData("internal void Hidden()", "public void Hidden()", "not in the official API: 'public void Hidden()'")]
    [InlineData("public static readonly Box<T> Empty", "public static Box<T> Empty", "differs: ours 'public static Sample.Box<T> Empty'")]
    [InlineData("public sealed class Box", "public class Box", "differs: ours 'public class Sample.Box<T> where T : class'")]
    [InlineData("where T : class", "where T : BoxBase", "differs: ours 'public sealed class Sample.Box<T> where T : Sample.BoxBase'")]
    [InlineData("IHas<T>, System.IEquatable<Box<T>>", "System.IEquatable<Box<T>>", "lacks interface 'Sample.IHas<T>'")]
    [InlineData("IHas<T>, System.IEquatable<Box<T>>", "IHas<T>", "lacks interface 'System.IEquatable<Sample.Box<T>>'")]
    [InlineData("IHas<T>, System", "IHas<T>, System.ICloneable, System", "not in the official API: interface 'System.ICloneable'")]
    [InlineData("abstract class BoxBase {", "abstract class BoxBase : System.Exception {", "differs: ours 'base System.Exception'")]
    [InlineData("Shut = 3", "Shut", "differs: ours 'Shut = 1' official 'Shut = 3'")]
    [InlineData("IHas<out T>", "IHas<T>", "differs: ours 'public interface Sample.IHas<T>'")]
    [InlineData("static class Boxes", "sealed class Boxes2 { } public static class Boxes",
        "not in the official API: 'public sealed class Sample.Boxes2'")]
    [InlineData("void Opened(Mode mode)", "void Opened(Mode how)", "differs: ours 'public delegate void Opened(Sample.Mode how)'")]
    [InlineData("this (string", "(string", "differs: ours 'public static int Count(System.")]
    [InlineData("new() { }", "new() { } public void Fill(string other) { }", "differs: ours 'public void Fill(string other)'")]
    public void Names_what_is_otherwise(string good, string bad, string expected)
    {
        var source = Good.Replace(good, bad).Replace("public System.ICloneable", "System.ICloneable");
        if (bad.Contains("ICloneable", StringComparison.Ordinal))
            source = source.Replace("internal void Hidden() { }", "object System.ICloneable.Clone() => this;");

        var report = Compare(source);

        Assert.Contains(report.Differences, difference => difference.Contains(expected, StringComparison.Ordinal));
    }

    private static SurfaceReport Compare(string source)
    {
        var assemblies = new AssemblySet(AssemblySet.Compile("Sample", source));
        var ours = new ApiReader().Read(assemblies.Extra.Single());
        var listing = OfficialListing.Parse(Listing.Split('\n'));
        bool Exists(string name) => ours.Any(type => type.Name == name) || assemblies.Compilation.GetTypesByMetadataName(name).Length > 0;

        return new SurfaceComparison(listing, listing.Find, Exists).Compare("Sample", ours);
    }
}
