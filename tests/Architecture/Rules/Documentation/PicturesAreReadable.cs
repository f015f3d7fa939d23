namespace Akka.Flink.Architecture.Tests.Rules.Documentation;

using System.Xml;
using System.Xml.Linq;
using Akka.Flink.Architecture.Tests.Sources;

/// <summary>The pictures of the pages are well formed, scale, say what they show to who cannot see them, and suit a dark page.</summary>
public sealed class PicturesAreReadable : IRule
{
    public IEnumerable<Violation> Check(SourceTree tree) =>
        tree.Files.Where(file => file.IsIn("docs") && file.Extension == ".svg").SelectMany(Check);

    private static IEnumerable<Violation> Check(SourceFile file)
    {
        XElement picture;
        try
        {
            picture = XElement.Parse(file.Text);
        }
        catch (XmlException error)
        {
            return [file.At(error.LineNumber, $"No well-formed XML: {error.Message}", "Mend it, or the page shows nothing.")];
        }

        return Missing(picture, file.Text).Select(what => file.At(1, $"The picture has no {what}.", "Add it; the others show how."));
    }

    private static IEnumerable<string> Missing(XElement picture, string text)
    {
        if (picture.Attribute("viewBox") is null)
            yield return "viewBox";
        foreach (var name in (string[])["title", "desc"])
        {
            if (!picture.Elements().Any(element => element.Name.LocalName == name && element.Value.Length > 0))
                yield return name;
        }

        if (!text.Contains("prefers-color-scheme: dark", StringComparison.Ordinal))
            yield return "colors for dark pages";
    }
}
