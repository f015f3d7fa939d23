namespace Akka.Flink.Operators.Tests.AsyncIO;

using Akka.Flink.Testing;
using FsCheck;
using FsCheck.Fluent;

public class AsyncOrderTests
{
    // Steps: a record, a watermark, the end of one of the calls in flight, a restore, a renewal.
    private static readonly Arbitrary<(int Kind, int Number)[]> Scripts =
        (from choice in Gen.Choose(0, 19)
         from number in Gen.Choose(0, 1000)
         select (choice switch { <= 6 => 0, <= 8 => 1, <= 17 => 2, 18 => 3, _ => 4 }, number)).ArrayOf().ToArbitrary();

    [Theory]
    [InlineData(true, 3)]
    [InlineData(true, 100)]
    [InlineData(false, 3)]
    [InlineData(false, 100)]
    [Trait("rule", "A1")]
    [Trait("rule", "A2")]
    [Trait("rule", "A3")]
    public void Results_come_out_as_a_naive_queue_lets_them_whatever_happens(bool isOrdered, int capacity) =>
        Check.QuickThrowOnFailure(Prop.ForAll(Scripts, script =>
        {
            var calls = new ManualCalls();
            using var harness = new JobHarness<int>(program => isOrdered
                ? AsyncDataStream.OrderedWait(program.Input<int>(), calls.Begin, TimeSpan.Zero, capacity)
                : AsyncDataStream.UnorderedWait(program.Input<int>(), calls.Begin, TimeSpan.Zero, capacity));
            var naive = new NaiveAsyncQueue(isOrdered, capacity);
            var (next, watermark) = (0, 0L);

            foreach (var (kind, number) in script)
            {
                switch (kind)
                {
                    case 0 when !harness.IsHeld:
                        naive.Add(next, isWatermark: false);
                        harness.Process(0, next++, 7);
                        break;
                    case 1 when !harness.IsHeld:
                        naive.Add(++watermark, isWatermark: true);
                        harness.Watermark(0, watermark);
                        break;
                    case 2 when calls.InFlight.Count > 0:
                        var id = calls.InFlight.ElementAt(number % calls.InFlight.Count);
                        naive.Complete(id);
                        calls.End(id);
                        harness.Settle();
                        break;
                    case 3 when !harness.IsHeld:
                        calls.Forget();
                        harness.Restore(harness.Snapshot());
                        naive.Reopen();
                        break;
                    case 4 when !harness.IsHeld:
                        harness.Renew();
                        break;
                }

                Assert.Equal(naive.IsHeld, harness.IsHeld);
                Assert.Equal(naive.InFlight, calls.InFlight.Order());
            }

            Assert.Equal(naive.Output, harness.Output.Select(element =>
                element.Kind == ElementKind.Watermark ? $"watermark {element.TimeMs}" : $"{element.Value} @{element.TimeMs}"));
        }));
}
