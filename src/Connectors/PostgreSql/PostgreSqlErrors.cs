namespace Akka.Flink.Connectors.PostgreSql;

using Npgsql;

/// <summary>Every way in which PostgreSQL sinks and lookups fail, in one place.</summary>
internal static class PostgreSqlErrors
{
    private const string Prefix = "akka.flink.";
    private const string Again = "The job goes on from its last checkpoint under its restart strategy";

    public static JobException Missing(string what, string call) => new(ErrorDomain.Definition,
        $"A PostgreSQL sink or lookup was built without {what}. Call {call} before it is built.");

    public static JobException NoConnectionString(string? keyword) => new(ErrorDomain.Definition,
        $"The connection string of a PostgreSQL sink or lookup cannot be read{(keyword is null ? "" : $", at '{keyword}'")}. Write it as " +
        "'Host=db;Port=5432;Database=shop;Username=flink;Password=...'; the keywords are those of Npgsql.");

    public static JobException ColumnTwice(string column) => new(ErrorDomain.Definition,
        $"Column '{column}' was given twice to a PostgreSQL sink. Call Column once for each.");

    public static JobException StatementAndColumns() => new(ErrorDomain.Definition,
        "A PostgreSQL sink was given both a statement and a table with columns. Call either Statement, or Table and Column.");

    public static JobException StatementUpsert() => new(ErrorDomain.Definition,
        "A PostgreSQL sink with a statement was built with BuildUpsert, which makes its own. Call Table and Column instead of Statement, " +
        "or write ON CONFLICT into the statement and build it with BuildAtLeastOnce.");

    public static JobException KeyNotWritten(string column) => new(ErrorDomain.Definition,
        $"The key column '{column}' of a PostgreSQL sink is not among the columns that it writes. Call Column with it, or correct the " +
        "columns given to BuildUpsert: upper and lower case count.");

    public static JobException DeletesWithoutKey() => new(ErrorDomain.Definition,
        "A PostgreSQL sink has DeleteWhen and no key to delete by. Build it with BuildUpsert, or leave DeleteWhen out.");

    public static JobException RetriesExactlyOnce(int retries) => new(ErrorDomain.Definition,
        $"A PostgreSQL sink was built exactly once with MaxRetries {retries}: rows of a transaction that has failed cannot be sent again " +
        "without those before them. Leave MaxRetries out; the restart strategy tries again from the last checkpoint.");

    public static JobException NoLostTransactions(string value) => new(ErrorDomain.Definition,
        $"'{Prefix}{PostgreSqlSettings.LostTransactionsKey}' is '{value}'. Set it to 'fail' or 'report', or leave it out.");

    public static JobException NoCommitter(string table) => new(ErrorDomain.Definition,
        $"The sink of '{table}' writes exactly once, and its writer was asked for without its committer: what it writes would " +
        "never be visible. Hand the sink to SinkTo, or take it by ISink.Accept.");

    public static JobException TableMissing(string where, string place, string table) => new(ErrorDomain.Definition,
        $"{where}: there is no table '{table}' in {place}, or not on the user's search_path. Create it, or correct the name, with its " +
        "schema; what is not in lower case needs double quotes.");

    public static JobException ColumnMissing(string where, string place, string table, string column, string[] there) => new(
        ErrorDomain.Definition,
        $"{where}: table {table} in {place} has no column '{column}'. Its columns are '{string.Join("', '", there)}'. Correct the name " +
        "that the sink or lookup was built with: upper and lower case count.");

    public static JobException TooFewPrepared(string where, string place, int allowed, int needed, int parallelism) => new(
        ErrorDomain.Definition,
        $"{where}: {place} allows {allowed} prepared transactions (max_prepared_transactions), and writing exactly once takes {needed}: " +
        $"{parallelism} subtasks, each with one for a checkpoint under way and one for the next. Set max_prepared_transactions = " +
        $"{needed} or more, for all sinks of the server together, in postgresql.conf and start the server again; or build the sink with " +
        "BuildUpsert, which needs none.");

    public static JobException ControlTableRefused(string where, string table, string statement, Exception cause) => new(
        ErrorDomain.Definition,
        $"{where}: the sink's own table {table} is not there and cannot be made: {cause.Message.TrimEnd('.')}. Run '{statement}' as a " +
        "user who may, and grant SELECT, INSERT, UPDATE and DELETE on it; ControlSchema puts it into another schema.", cause);

    public static JobException Unreachable(string where, string place, Exception cause) => new(ErrorDomain.External,
        $"{where}: PostgreSQL at {place} cannot be reached: {cause.GetBaseException().Message.TrimEnd('.')}. Check host and port of the " +
        $"connection string, that the server runs, and that it listens there (listen_addresses). {Again}.", cause);

    public static JobException ConnectionLost(string where, string place, Exception cause) => new(ErrorDomain.External,
        $"{where}: the connection to PostgreSQL at {place} was lost: {cause.GetBaseException().Message.TrimEnd('.')}. {Again}; the " +
        "server's log says more.", cause);

    public static JobException NotAuthenticated(string where, string place, PostgresException cause) => new(ErrorDomain.Definition,
        $"{where}: PostgreSQL at {place} refuses the user: {cause.MessageText}. Correct Username and Password of the connection string, " +
        "PGPASSWORD or PGPASSFILE, or the server's pg_hba.conf.", cause);

    public static JobException DatabaseMissing(string where, string place, PostgresException cause) => new(ErrorDomain.Definition,
        $"{where}: PostgreSQL at {place} has no such database: {cause.MessageText}. Create it, or correct Database of the connection " +
        "string.", cause);

    public static JobException NotAllowed(string where, string place, PostgresException cause) => new(ErrorDomain.Definition,
        $"{where}: PostgreSQL at {place} does not allow it: {cause.MessageText}. Grant the user of the connection string what is " +
        "missing: INSERT on the table, with UPDATE, DELETE and SELECT where rows are upserted; what another user has prepared only that " +
        "one or a superuser can end.", cause);

    public static JobException Passing(string where, string place, PostgresException cause) => new(ErrorDomain.External,
        $"{where}: PostgreSQL at {place} says {cause.SqlState}: {cause.MessageText}. {Again}; the server's log says more.", cause);

    public static JobException Failed(string where, string place, PostgresException cause) => new(ErrorDomain.External,
        $"{where}: PostgreSQL at {place} failed with {cause.SqlState}: {cause.MessageText}. {Again}; see the server's log.", cause);

    public static JobException StatementRefused(string where, string place, PostgresException cause) => new(ErrorDomain.Definition,
        $"{where}: PostgreSQL at {place} refuses a statement with {cause.SqlState}: {cause.MessageText}. Correct the table, the columns " +
        "or the statement that the sink or lookup was built with.", cause);

    public static JobException RowRefused(string where, string target, string row, PostgresException cause) => new(ErrorDomain.Definition,
        $"{where}: a row for '{target}' was refused with {cause.SqlState}: {cause.MessageText} ({row}). Change the value, the column or " +
        "the constraint, or filter such records out before the sink.", cause);

    public static JobException RowTwice(string where, string target, string row, PostgresException cause) => new(ErrorDomain.Definition,
        $"{where}: a row for '{target}' is there already ({row}). A sink that inserts at least once repeats rows after a failure: use " +
        "BuildUpsert where the table has a key, or BuildExactlyOnce.", cause);

    public static JobException ParameterRefused(string where, string target, Exception cause) => new(ErrorDomain.Definition,
        $"{where}: a parameter of '{target}' cannot be written: {cause.Message.TrimEnd('.')}. Convert it in the function given to " +
        "Statement, or name its type there.", cause);

    public static JobException NoUniqueKey(string where, string table, PostgresException cause) => new(ErrorDomain.Definition,
        $"{where}: rows cannot be upserted into table '{table}': {cause.MessageText}. Create a unique index on exactly the columns given " +
        "to BuildUpsert, or make them the primary key.", cause);

    public static JobException ValueRefused(
        string where, string table, string column, string type, Type valueType, string row, Exception cause) => new(
        ErrorDomain.Definition,
        $"{where}: column '{column}' of table {table} is of type {type}, and a {valueType.Name} cannot be written to it (row {row}): " +
        $"{cause.Message.TrimEnd('.')}. Give Column a function whose result fits, or change the column's type.", cause);

    public static JobException FunctionFailed(string where, string doing, long timestampMs, Exception cause) => new(ErrorDomain.Function,
        $"{where}: {doing} failed on the record of {timestampMs}: {cause.GetType().Name}: {cause.Message} The cause is inside.", cause);

    public static JobException LookupFailed(string where, string table, string row, Exception cause) => new(ErrorDomain.Function,
        $"{where}: a row of table '{table}' ({row}) could not be read: {cause.GetType().Name}: {cause.Message} Correct the function " +
        "given to Row, or the type of keys: each column is read by its place in Columns, as a type that fits it. The cause is inside.",
        cause);

    public static JobException Superseded(string where, long attempt, long newer) => new(ErrorDomain.External,
        $"{where}: attempt {attempt} of the job finds attempt {newer} at work, and gives way. Nothing needs to be done; a node that was " +
        "cut off from the others says this when it is back.");

    public static JobException PreparedByNewer(string where, long attempt, long newer, string gid) => new(ErrorDomain.External,
        $"{where}: attempt {attempt} of the job finds transaction '{gid}', which attempt {newer} has prepared, and gives way. Nothing " +
        "needs to be done; a node that was cut off from the others says this when it is back. If no newer attempt runs anywhere, as when " +
        "the job's own record was deleted or it begins from a savepoint in another place, attempts are counted anew: run ROLLBACK " +
        $"PREPARED '{gid}'.");

    public static JobException RivalStays(string where, int processId, TimeSpan patience) => new(ErrorDomain.External,
        $"{where}: the server process {processId}, of a writer that this one takes over from, did not end within " +
        $"{patience.TotalSeconds:0} s. {Again}; if it stays, end it with SELECT pg_terminate_backend({processId}).");

    public static JobException Fenced(string where, long attempt, long? found, string table, string sink) => new(ErrorDomain.External,
        $"{where}: attempt {attempt} of the job may not write, since attempt {found?.Text() ?? "none"} is the one that {table} names. " +
        "What it wrote was rolled back. A newer attempt has taken over, and nothing needs to be done; if there is none, as when the " +
        $"job's own record was deleted, run DELETE FROM {table} WHERE sink = '{sink}'.");

    public static JobException TransactionLost(string where, string place, PostgreSqlTransaction lost) => new(ErrorDomain.Definition,
        $"DATA LOSS. {where}: transaction '{lost.Gid}' of checkpoint {lost.CheckpointId} was prepared in {place}, and is neither " +
        $"prepared nor committed there any more, as after ROLLBACK PREPARED or a restored backup: {lost.Rows} rows of " +
        $"'{lost.Table}' are lost, of records with timestamps from {lost.FirstTimestampMs} to {lost.LastTimestampMs}. To go on without " +
        $"them, run with '-D {PostgreSqlSettings.LostTransactionsKey}=report'. So that it does not happen again, let nobody end prepared " +
        "transactions of the job, and check what was done to the server.");
}
