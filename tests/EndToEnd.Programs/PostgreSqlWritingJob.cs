namespace Akka.Flink.EndToEnd.Programs;

using Akka.Flink.Connectors.DataGen;
using Akka.Flink.Connectors.PostgreSql;
using Akka.Flink.Sources;

/// <summary>Writes the numbers from 0 on to a PostgreSQL table, each once, and into a second one by key.</summary>
/// <remarks>Arguments: <c>--database CONNECTION --count N --rate N</c>; the tables are <c>once (id bigint)</c> and
/// <c>latest (key int PRIMARY KEY, id bigint)</c>.</remarks>
public static class PostgreSqlWritingJob
{
    public const int Keys = 97;

    public static async Task Main(string[] args)
    {
        var parameters = ParameterTool.FromArgs(args).Allow("database", "count", "rate");
        var database = parameters.GetRequired("database");
        var env = StreamExecutionEnvironment.GetExecutionEnvironment(args);
        var numbers = env.FromSource(
                new GeneratorSource<long>(parameters.GetLong("count", 1_000), number => number)
                    .WithRate(parameters.GetLong("rate", 1_000)),
                WatermarkStrategy.NoWatermarks<long>(), "numbers")
            .Uid("numbers")
            .SetParallelism(1);   // parts of the range would reach a key in any order
        numbers.SinkTo(PostgreSqlSink.Builder<long>().ConnectionString(database).Table("once").Column("id", number => number)
            .BatchSize(100).BuildExactlyOnce("once")).Uid("once");
        numbers.KeyBy(number => (int)(number % Keys)).Map(number => number).Uid("keyed")
            .SinkTo(PostgreSqlSink.Builder<long>().ConnectionString(database).Table("latest")
                .Column("key", number => (int)(number % Keys)).Column("id", number => number)
                .BatchSize(100).BuildUpsert("key")).Uid("latest");
        await env.ExecuteAsync("Writing to PostgreSQL");
    }
}
