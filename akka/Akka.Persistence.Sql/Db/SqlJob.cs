namespace Akka.Persistence.Sql.Db;

/// <summary>A piece of work for a thread that owns a connection of type <typeparamref name="TConnection"/>.</summary>
internal abstract class SqlJob<TConnection>
{
    /// <summary>Does the work and keeps its result; an exception means that it failed and goes to <see cref="Fail"/>.</summary>
    public abstract void Run(TConnection connection);

    /// <summary>Hands the result to whoever waits for it.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception cause);
}
