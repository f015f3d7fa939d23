namespace Akka.Flink.Testing;

using Akka.Flink.Operators;

/// <summary>Drives an operator that stopped because its output took no more.</summary>
internal static class OperatorExtensions
{
    private const int MaxAttempts = 100_000;

    /// <summary>Resumes an operator until everything is done, or waits for something outside.</summary>
    /// <param name="operator">The operator.</param>
    /// <param name="isDone">Whether it is done already.</param>
    /// <param name="isWaiting">Whether any operator waits for something outside.</param>
    /// <returns>Whether everything is done.</returns>
    public static bool Finish(this Operator @operator, bool isDone, Func<bool> isWaiting)
    {
        for (var attempt = 0; !isDone && !isWaiting(); attempt++)
        {
            if (attempt == MaxAttempts)
                throw TestingErrors.NeverDone(@operator.Context.Name, @operator.Context.Uid, MaxAttempts);

            isDone = @operator.Resume();
        }

        return isDone;
    }
}
