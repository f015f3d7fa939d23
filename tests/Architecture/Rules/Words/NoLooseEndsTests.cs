namespace Akka.Flink.Architecture.Tests.Rules.Words;

public class NoLooseEndsTests : RuleTests<NoLooseEnds>
{
    private const string Mark = "TO" + "DO";

    [Theory]
    [InlineData("src/A.cs", "class A { } // " + Mark + ": more")]
    [InlineData("src/A.cs", "/// <summary>" + Mark + "</summary>\nclass A { }")]
    [InlineData("docs/a.md", "- " + Mark + " later")]
    [InlineData("src/A.cs", "class A { int M() => throw new NotImplementedException(); }")]
    [InlineData("akka/A.cs", "class A { int M() => throw new NotSupportedException(); }")]
    [InlineData("akka/A.cs", "class A { int P { get { throw new System.NotSupportedException(\"no\"); } } }")]
    public void Refuses_what_is_not_finished(string path, string text) => Assert.Single(Check(path, text));

    [Theory]
    [InlineData("src/A.cs", "class A { string S = \"" + Mark + "\"; }")]
    [InlineData("src/A.cs", "class A { int M() => throw new NotSupportedException(); }")]
    [InlineData("akka/A.cs", "class A { int M(int x) { if (x > 0) return 1; throw new NotSupportedException(); } }")]
    [InlineData("akka/A.cs", "class A { public override int M() => throw new NotSupportedException(\"Ask the owner.\"); }")]
    [InlineData("STYLE.md", "No " + Mark + ", no empty documentation.")]
    public void Accepts_words_and_documented_refusals(string path, string text) => Assert.Empty(Check(path, text));
}
