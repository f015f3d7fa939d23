namespace Akka.Flink.Architecture.Tests.Rules.Errors;

using Akka.Flink.Architecture.Tests.Sources;

public class ErrorsAreDocumentedTests : RuleTests<ErrorsAreDocumented>
{
    private const string Code = """
        internal static class SampleErrors
        {
            public static SampleException Lost(string name, int count) => new(ErrorDomain.External,
                $"'{name}' lost {count}{(count == 1 ? "record" : "records")} on " +
                "the way. Look for them.");
        }
        """;

    private const string Row = "| `SampleErrors.Lost` | External | '…' lost … on the way. | They are gone. | Look. |";

    [Fact]
    public void Accepts_a_row_with_the_messages_first_sentence() => Assert.Empty(CheckRows(Row));

    [Theory]
    [InlineData("")]
    [InlineData("| `SampleErrors.Lost` | Internal | '…' lost … on the way. | They are gone. | Look. |")]
    [InlineData("| `SampleErrors.Lost` | External | '…' lost … somewhere. | They are gone. | Look. |")]
    public void Wants_a_row_that_says_what_the_error_says(string row) =>
        Assert.Contains("| `SampleErrors.Lost` | External | '…' lost … on the way. |", Assert.Single(CheckRows(row)).Todo);

    [Theory]
    [InlineData(Row + "\n| `SampleErrors.Found` | External | '…' was found. | It is there. | Take it. |")]
    [InlineData("| `SampleErrors.Lost` | External | '…' lost … on the way. | They are gone. | ... |")]
    public void Refuses_a_row_without_error_or_without_advice(string rows) => Assert.Single(CheckRows(rows));

    [Fact]
    public void Wants_the_page() => Assert.Single(Check("src/Sample/SampleErrors.cs", Code));

    private static IReadOnlyList<Violation> CheckRows(string rows) =>
        Check(("src/Sample/SampleErrors.cs", Code), ("docs/errors.md", "# Errors\n\n" + rows + "\n"));
}
