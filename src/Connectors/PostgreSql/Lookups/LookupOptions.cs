namespace Akka.Flink.Connectors.PostgreSql;

using System.Collections.Immutable;
using System.Data.Common;

/// <summary>What a lookup was built with.</summary>
/// <typeparam name="TKey">The type of keys.</typeparam>
/// <typeparam name="TRow">What a row becomes.</typeparam>
internal sealed record LookupOptions<TKey, TRow>
    where TKey : notnull
    where TRow : class
{
    /// <summary>How many keys are asked for at a time at most.</summary>
    public const int MostKeys = 500;

    /// <summary>Where the database is.</summary>
    public required Server Server { get; init; }

    /// <summary>The table, as the program names it.</summary>
    public required string Table { get; init; }

    /// <summary>The column of keys.</summary>
    public required string Key { get; init; }

    /// <summary>The columns that are read.</summary>
    public required ImmutableArray<string> Columns { get; init; }

    /// <summary>Reads a row.</summary>
    public required Func<DbDataReader, TRow> Row { get; init; }

    /// <summary>What else must hold of rows; null for nothing.</summary>
    public required string? Filter { get; init; }

    /// <summary>How many keys the cache holds; 0 for no cache.</summary>
    public required int MaxEntries { get; init; }

    /// <summary>After how long they are looked up again; zero for never.</summary>
    public required TimeSpan ExpireAfterWrite { get; init; }

    /// <summary>Whether the cache remembers that a key has no row.</summary>
    public required bool CachesMissing { get; init; }

    /// <summary>Whether records whose key has no row are dropped.</summary>
    public required bool SkipsUnmatched { get; init; }

    /// <summary>How many connections there are at a time.</summary>
    public required int MaxConnections { get; init; }

    /// <summary>How often a question is asked again.</summary>
    public required int MaxRetries { get; init; }
}
