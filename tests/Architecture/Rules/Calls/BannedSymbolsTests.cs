namespace Akka.Flink.Architecture.Tests.Rules.Calls;

public class BannedSymbolsTests : RuleTests<BannedSymbols>
{
    [Fact]
    public void Misses_the_symbols_that_every_project_is_refused() =>
        Assert.Equal(4, Check(BannedSymbols.List, "P:System.DateTime.Now;Take a TimeProvider.").Count);

    [Fact]
    public void Refuses_an_entry_without_an_alternative() => Assert.Contains(
        Check("eng/BannedSymbols.Runtime.txt", "P:System.DateTime.Now"),
        violation => violation.File == "eng/BannedSymbols.Runtime.txt");
}
