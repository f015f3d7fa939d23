namespace Akka.Flink.Architecture.Tests.Rules.Layers;

using System.Xml;
using System.Xml.Linq;
using Akka.Flink.Architecture.Tests.Sources;

/// <summary>Project references point one way, and Akka is named only by AkkaReference, and only where actors live.</summary>
public sealed class ProjectArrows : IRule
{
    // They look at the bundled slice itself, on whichever provider the rest stands.
    private static readonly string[] SliceCheckers = ["tests/AkkaApi", "tests/AkkaSlice", "akka"];

    public IEnumerable<Violation> Check(SourceTree tree) =>
        tree.Files.Where(file => file.Extension == ".csproj").SelectMany(Check);

    private static IEnumerable<Violation> Check(SourceFile project)
    {
        var items = XDocument.Parse(project.Text, LoadOptions.SetLineInfo)
            .Descendants()
            .Where(element => element.Attribute("Include") is not null);
        foreach (var item in items)
        {
            var target = item.Attribute("Include")!.Value.Replace('\\', '/');
            var line = ((IXmlLineInfo)item).LineNumber;
            var wrong = item.Name.LocalName switch
            {
                "ProjectReference" => OfProject(project, Resolve(project.Path, target), line),
                "AkkaReference" => OfAkka(project, target, line),
                _ => null,
            };
            if (wrong is not null)
                yield return wrong;
        }
    }

    private static Violation? OfProject(SourceFile project, string target, int line)
    {
        if (target.StartsWith("akka/", StringComparison.Ordinal))
        {
            return project.IsIn(SliceCheckers) ? null : project.At(line,
                $"The reference to {target} binds this project to the bundled Akka.",
                "Write <AkkaReference Include=\"...\" />, which takes whichever provider the build stands on.");
        }

        if (Layer.OfFile(project.Path) is not { } from)
            return null;
        if (!target.StartsWith("src/", StringComparison.Ordinal))
            return project.At(line, $"{from} references {target}, which is no part of the product.", "Move what is needed under src.");
        return Layer.OfFile(target) is { } to && !Layer.Allows(from, to)
            ? project.At(line, $"{from} references {to}, against the direction of dependencies.", Layer.Describe(from))
            : null;
    }

    private static Violation? OfAkka(SourceFile project, string package, int line) =>
        Layer.OfFile(project.Path) is { } layer && !Layer.AllowsAkka(layer)
            ? project.At(line, $"{layer} references {package}.",
                "Only Runtime, Testing and Host know actors; reach them through what Operators declares.")
            : null;

    private static string Resolve(string project, string include)
    {
        var parts = project.Split('/')[..^1].ToList();
        foreach (var part in include.Replace("$(RepositoryRoot)", string.Concat(Enumerable.Repeat("../", parts.Count))).Split('/'))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ".."))
                parts.Add(part);
        }

        return string.Join('/', parts);
    }
}
