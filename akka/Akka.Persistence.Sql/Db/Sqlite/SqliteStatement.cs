namespace Akka.Persistence.Sql.Db.Sqlite;

using System.Text;
using SQLitePCL;

/// <summary>A prepared statement of a <see cref="SqliteSession"/>. Parameters count from 1, columns from 0.</summary>
internal sealed class SqliteStatement(SqliteSession session, sqlite3_stmt statement) : IDisposable
{
    public void Bind(int parameter, long value) => Check(raw.sqlite3_bind_int64(statement, parameter, value));

    public void Bind(int parameter, string value) => Check(value is null
        ? raw.sqlite3_bind_null(statement, parameter)
        : raw.sqlite3_bind_text(statement, parameter, value));

    /// <summary>Binds a text; an empty span would bind null.</summary>
    public void BindUtf8(int parameter, byte[] value) => Check(value.Length == 0
        ? raw.sqlite3_bind_text(statement, parameter, "")
        : raw.sqlite3_bind_text(statement, parameter, value.AsSpan()));

    public void BindBlob(int parameter, byte[] value) => Check(value.Length == 0
        ? raw.sqlite3_bind_zeroblob(statement, parameter, 0)
        : raw.sqlite3_bind_blob(statement, parameter, value));

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Step(string doing) => raw.sqlite3_step(statement) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        var code => throw session.Error(doing, code),
    };

    /// <summary>Runs a statement without rows and makes it ready for the next time.</summary>
    public void Execute(string doing)
    {
        try
        {
            Step(doing);
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Runs a query for one number; null when there is no row or it is null.</summary>
    public long? Scalar(string doing)
    {
        try
        {
            return Step(doing) && !IsNull(0) ? GetInt64(0) : null;
        }
        finally
        {
            Reset();
        }
    }

    public void Reset() => raw.sqlite3_reset(statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long GetInt64(int column) => raw.sqlite3_column_int64(statement, column);

    public int GetInt32(int column) => raw.sqlite3_column_int(statement, column);

    /// <summary>The bytes of a blob, or of a text in UTF-8; valid until the next step.</summary>
    public ReadOnlySpan<byte> GetBytes(int column) => raw.sqlite3_column_blob(statement, column);

    public string GetString(int column) => IsNull(column) ? null : Encoding.UTF8.GetString(GetBytes(column));

    public void Dispose() => statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw session.Error("bind a parameter", code);
    }
}
