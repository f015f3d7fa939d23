namespace Akka.Flink.Architecture.Tests.Rules.Documentation;

using Akka.Flink.Architecture.Tests.Sources;

public class ComparedApiTests : RuleTests<ComparedApi>
{
    private const string Api = """
        public class Akka.Flink.DataStream<T>
            public Akka.Flink.DataStream<TOut> Map<TOut>(System.Func<T, TOut> map)
            public int Parallelism { get; }
            public const int Most = 3

        public abstract class Akka.Flink.Functions.Keyed<TKey, T>
            protected Keyed()
            public abstract void Process(T value)

        public abstract class Akka.Flink.Functions.Keyed<TKey, T>.Context<TKey, T>
            public abstract TKey Key { get; }
        """;

    [Fact]
    public void Accepts_members_of_the_types_it_is_about_and_of_others_by_their_type() => Assert.Empty(CheckRows(
        "| `map` | `Map<TOut>` | |",
        "| `x` | `Parallelism`, `Most`, `Keyed.Process`, `Keyed.Context.Key`, `Keyed<TKey, T>` | `Nothing` |"));

    [Fact]
    public void Names_what_does_not_exist() => Assert.Equal(
        ["There is no 'FlatMap'.", "There is no 'Keyed.Reduce'."],
        CheckRows("| `map` | `Map`, `Parallelism`, `Most` | |", "| `x` | `FlatMap`, `Keyed.Reduce` | |")
            .Select(violation => violation.What));

    [Fact]
    public void Names_what_is_not_listed() => Assert.Equal(
        ["'DataStream.Parallelism' is not listed."],
        CheckRows("| `map` | `Map`, `Most` | `Parallelism` |").Select(violation => violation.What));

    [Fact]
    public void Names_a_type_that_does_not_exist() => Assert.Equal(
        "There is no type 'Stream'.",
        Assert.Single(Check(("docs/flink-api.md", "## A\n\nHere: `Stream<T>`\n"), ("tests/Architecture/Approved/A.txt", Api))).What);

    private static IReadOnlyList<Violation> CheckRows(params string[] rows) => Check(
        ("docs/flink-api.md",
            $"## Streams\n\nHere: `DataStream<T>`\n\n| Flink | Here | Note |\n|---|---|---|\n{string.Join('\n', rows)}\n"),
        ("tests/Architecture/Approved/A.txt", Api));
}
