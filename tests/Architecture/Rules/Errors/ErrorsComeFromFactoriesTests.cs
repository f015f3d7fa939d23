namespace Akka.Flink.Architecture.Tests.Rules.Errors;

public class ErrorsComeFromFactoriesTests : RuleTests<ErrorsComeFromFactories>
{
    [Theory]
    [InlineData("throw new ArgumentException(\"A name is missing.\");")]
    [InlineData("_ = value ?? throw new SampleException(\"There are \" + count);")]
    [InlineData("throw new SampleException($\"There are {count}.\");")]
    public void Refuses_a_text_where_it_is_thrown(string statement) => Assert.Single(Check("src/Sample/Thing.cs", Wrap(statement)));

    [Theory]
    [InlineData("src/Sample/Thing.cs", "throw SampleErrors.NoName();")]
    [InlineData("src/Sample/Thing.cs", "throw new ArgumentNullException(nameof(value));")]
    [InlineData("src/Sample/SampleErrors.cs", "throw new ArgumentException(\"A name is missing.\");")]
    [InlineData("tests/Sample/ThingTests.cs", "throw new InvalidOperationException(\"boom\");")]
    public void Accepts_factories_and_what_has_no_text(string path, string statement) => Assert.Empty(Check(path, Wrap(statement)));

    private static string Wrap(string statement) => $"class Thing {{ void Do(string? value, int count) {{ {statement} }} }}";
}
