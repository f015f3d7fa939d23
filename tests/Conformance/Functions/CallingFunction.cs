namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Functions;

/// <summary>Leaves it to the case when its calls end.</summary>
internal sealed class CallingFunction(PendingCalls calls, string onTimeout) : IAsyncFunction<Item, Row>
{
    public Task<IReadOnlyCollection<Row>> InvokeAsync(Item value, CancellationToken cancellationToken) => calls.Begin(value.Value);

    public IReadOnlyCollection<Row> Timeout(Item value) => onTimeout switch
    {
        "emit" => [PendingCalls.RowOf(value.Value, -1)],
        "empty" => [],
        _ => throw new TimeoutException("The call timed out."),
    };
}
