namespace Akka.Flink.PostgreSql.Tests.Support;

/// <summary>What tests write.</summary>
public sealed record Order(long Id, string? Name, decimal Amount, DateTime At, int? Rating)
{
    public static Order Of(long id, string? name = null) =>
        new(id, name ?? $"order {id}", id * 1.25m, DateTime.UnixEpoch.AddSeconds(id), id % 3 == 0 ? null : (int)(id % 5));

    public static IEnumerable<Order> Range(int first, int count) => Enumerable.Range(first, count).Select(id => Of(id));
}
