namespace Akka.Flink.Architecture.Tests.Rules.Documentation;

public class PicturesAreReadableTests : RuleTests<PicturesAreReadable>
{
    [Fact]
    public void Accepts_a_picture_that_says_what_it_shows() => Assert.Empty(Check(
        "docs/a.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><title>A</title><desc>B</desc>"
            + "<style>@media (prefers-color-scheme: dark) { text { fill: white; } }</style></svg>"));

    [Fact]
    public void Names_what_a_picture_lacks() => Assert.Equal(
        [
            "The picture has no viewBox.", "The picture has no title.", "The picture has no desc.",
            "The picture has no colors for dark pages.",
        ],
        Check("docs/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><title></title></svg>").Select(violation => violation.What));

    [Fact]
    public void Names_a_picture_that_is_not_well_formed() => Assert.StartsWith(
        "No well-formed XML", Assert.Single(Check("docs/a.svg", "<svg>\n<title></svg>")).What, StringComparison.Ordinal);
}
