namespace Akka.Flink.Architecture.Tests.Rules.Api;

using System.Xml.Linq;
using Akka.Flink.Architecture.Tests.Sources;
using Akka.Flink.Shared;
using Akka.Flink.Shared.ApiText;
using Akka.Flink.Shared.Repository;

public class ApprovedApiTests
{
    private const string Code = """
        #nullable enable
        namespace Sample
        {
            public interface IHas<out T> { T? Value { get; } }
            public sealed record Box<T>(T Value, string? Label = null) : IHas<T>;
            internal class Hidden { }
        }
        """;

    private const string Text = """
        public sealed class Sample.Box<T> : Sample.IHas<T>, System.IEquatable<Sample.Box<T>>
            public Box(T Value, string? Label = null)
            public T Value { get; set; }
            public string? Label { get; set; }

        public interface Sample.IHas<out T>
            T Value { get; }


        """;

    [Fact]
    public void The_public_API_of_every_project_is_the_approved_one()
    {
        var assemblies = new AssemblySet();

        Expect.Nothing(SourceTree.Repository.Files
            .Where(file => file.IsIn("src") && file.Extension == ".csproj" && !file.IsIn("src/Connectors/AkkaStreams"))
            .SelectMany(project => Check(project, assemblies)));
    }

    [Fact]
    public void Writes_types_with_their_members() => Assert.Equal(Text.ReplaceLineEndings("\n"), ApprovedApi.Write(Read(Code)));

    [Theory]
    [InlineData("T Value, string?", "T Value, int Size, string?", "New: public sealed class Sample.Box<T>")]
    [InlineData("internal class Hidden", "public class Hidden", "New: public class Sample.Hidden.")]
    [InlineData("string? Label = null", "string Label = \"\"", "Gone: public sealed class Sample.Box<T>")]
    public void Names_what_is_new_and_what_is_gone(string before, string now, string what) => Assert.Contains(
        ApprovedApi.Check("Sample", Text, ApprovedApi.Write(Read(Code.Replace(before, now)))),
        violation => violation.What.StartsWith(what, StringComparison.Ordinal));

    [Fact]
    public void Wants_an_approved_text() => Assert.Single(ApprovedApi.Check("Sample", null, Text));

    private static IReadOnlyList<ApiType> Read(string code) =>
        new ApiReader(nullability: true).Read(new AssemblySet(AssemblySet.Compile("Sample", code)).Extra.Single());

    private static IReadOnlyList<Violation> Check(SourceFile project, AssemblySet assemblies)
    {
        var name = Path.GetFileNameWithoutExtension(project.Name);
        var assemblyName = XDocument.Parse(project.Text).Descendants("AssemblyName").FirstOrDefault()?.Value ?? "Akka.Flink." + name;
        var assembly = assemblies.Find(assemblyName)
            ?? throw new InvalidOperationException($"{assemblyName} is not beside this test; build tests/Architecture anew.");
        var present = ApprovedApi.Write(new ApiReader(nullability: true).Read(assembly));

        var approved = SourceTree.Repository.Find($"{ApprovedApi.Folder}/{name}.txt")?.Text;

        List<Violation> violations = [.. ApprovedApi.Check(name, approved, present)];
        if (violations.Count > 0)
        {
            Directory.CreateDirectory(RepositoryRoot.At(ApprovedApi.Folder));
            File.WriteAllText(RepositoryRoot.At(ApprovedApi.Folder, name + ".received.txt"), present);
        }

        return violations;
    }
}
