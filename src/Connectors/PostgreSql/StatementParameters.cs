namespace Akka.Flink.Connectors.PostgreSql;

using Npgsql;

/// <summary>Takes the parameters of a statement, <c>$1</c> first.</summary>
/// <remarks><para><b>Threads.</b> Belongs to the function that it is handed to, until that returns.</para><para><b>Flink.</b> The
/// <c>PreparedStatement</c> that a <c>JdbcStatementBuilder</c> fills.</para></remarks>
public sealed class StatementParameters
{
    private NpgsqlParameterCollection _parameters = null!;
    private int _count;

    internal StatementParameters()
    {
    }

    /// <summary>Sets the next parameter.</summary>
    /// <typeparam name="TValue">The type of its value.</typeparam>
    /// <param name="value">Its value; null becomes NULL.</param>
    /// <param name="type">Its type as PostgreSQL names it, such as <c>jsonb</c>; null for the one that fits the value's.</param>
    /// <returns>This.</returns>
    public StatementParameters Add<TValue>(TValue value, string? type = null)
    {
        if (value is null)
            Put(new NpgsqlParameter { Value = DBNull.Value, DataTypeName = type });
        else if (_count < _parameters.Count && _parameters[_count] is NpgsqlParameter<TValue> used && used.DataTypeName == type)
            used.TypedValue = value;
        else
            Put(type is null
                ? new NpgsqlParameter<TValue> { TypedValue = value }
                : new NpgsqlParameter<TValue> { TypedValue = value, DataTypeName = type });
        _count++;
        return this;
    }

    internal void Begin(NpgsqlParameterCollection parameters) => (_parameters, _count) = (parameters, 0);

    internal void End()
    {
        while (_parameters.Count > _count)
            _parameters.RemoveAt(_parameters.Count - 1);
    }

    private void Put(NpgsqlParameter parameter)
    {
        if (_count < _parameters.Count)
            _parameters[_count] = parameter;
        else
            _parameters.Add(parameter);
    }
}
