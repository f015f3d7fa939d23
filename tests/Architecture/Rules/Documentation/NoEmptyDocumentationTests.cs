namespace Akka.Flink.Architecture.Tests.Rules.Documentation;

public class NoEmptyDocumentationTests : RuleTests<NoEmptyDocumentation>
{
    [Theory]
    [InlineData("<summary></summary>")]
    [InlineData("<summary> </summary>")]
    [InlineData("<summary>Adds.</summary><param name=\"x\"></param>")]
    public void Refuses_an_element_without_text(string documentation) =>
        Assert.Single(Check("src/State/A.cs", $"/// {documentation}\nclass A {{ }}"));

    [Theory]
    [InlineData("<summary>Adds.</summary>")]
    [InlineData("<summary><see cref=\"A\"/></summary>")]
    [InlineData("<inheritdoc/>")]
    public void Accepts_text_and_references(string documentation) =>
        Assert.Empty(Check("src/State/A.cs", $"/// {documentation}\nclass A {{ }}"));
}
