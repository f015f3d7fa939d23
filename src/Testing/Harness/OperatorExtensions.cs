namespace Akka.Flink.Testing;

using Akka.Flink.Operators;

/// <summary>Drives an operator that stopped because its output took no more.</summary>
internal static class OperatorExtensions
{
    private const int MaxAttempts = 100_000;

    /// <summary>Resumes an operator until everything is done.</summary>
    /// <param name="operator">The operator.</param>
    /// <param name="isDone">Whether it is done already.</param>
    public static void Finish(this Operator @operator, bool isDone)
    {
        for (var attempt = 0; !isDone; attempt++)
        {
            if (attempt == MaxAttempts)
                throw TestingErrors.NeverDone(@operator.Context.Name, @operator.Context.Uid, MaxAttempts);

            isDone = @operator.Resume();
        }
    }
}
