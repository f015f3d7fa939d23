namespace Akka.Flink.Architecture.Tests.Rules.Sizes;

public class MethodSizeTests : RuleTests<MethodSize>
{
    [Theory]
    [InlineData("void M()")]
    [InlineData("A()")]
    [InlineData("int P { get { return 1; } set")]
    public void Refuses_a_body_of_more_than_60_lines(string head)
    {
        var lines = string.Concat(Enumerable.Repeat("    x();\n", 58));
        var end = head.Contains("get", StringComparison.Ordinal) ? "} }" : "}";

        Assert.Single(Check("src/State/A.cs", $"class A {{\n{head}\n{{\n{lines}{end}\n}}"));
        Assert.Empty(Check("src/State/A.cs", $"class A {{\n{head}\n{{\n{lines.Replace("\n    x();\n    x();", "")}{end}\n}}"));
    }
}
