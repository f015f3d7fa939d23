namespace Akka.Flink.Connectors.PostgreSql;

using System.Globalization;
using Npgsql;

/// <summary>Where a database is, and how to connect to it.</summary>
/// <remarks>Its text shows no user and no password.</remarks>
internal sealed class Server
{
    private readonly string _connectionString;

    private Server(NpgsqlConnectionStringBuilder parsed)
    {
        _connectionString = parsed.ConnectionString;
        Place = string.Create(CultureInfo.InvariantCulture, $"{parsed.Host}:{parsed.Port}/{parsed.Database ?? parsed.Username}");
    }

    /// <summary>Host, port and database.</summary>
    public string Place { get; }

    /// <summary>Reads what a program gives.</summary>
    /// <param name="connectionString">As Npgsql takes it.</param>
    public static Server Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        NpgsqlConnectionStringBuilder parsed;
        try
        {
            parsed = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception cause) when (cause is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw PostgreSqlErrors.NoConnectionString((cause as ArgumentException)?.ParamName);
        }

        if (string.IsNullOrWhiteSpace(parsed.Host))
            throw PostgreSqlErrors.NoConnectionString("Host");
        parsed.Enlist = false;
        parsed.PersistSecurityInfo = false;
        if (!parsed.ShouldSerialize("Include Error Detail"))
            parsed.IncludeErrorDetail = true;   // the server's words name the row that it refuses
        return new Server(parsed);
    }

    /// <summary>A connection that is nobody else's.</summary>
    /// <param name="name">What the server calls it.</param>
    public NpgsqlConnection Open(string name)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false, ApplicationName = name }.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Connections that are shared.</summary>
    /// <param name="name">What the server calls them.</param>
    /// <param name="most">How many at most.</param>
    public NpgsqlDataSource Pool(string name, int most) => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_connectionString)
    {
        Pooling = true, MinPoolSize = 0, MaxPoolSize = most, ApplicationName = name,
    });

    public override string ToString() => Place;
}
