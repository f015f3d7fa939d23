namespace Akka.Cluster.Sharding;

using Akka.Actor;

/// <summary>Asks several actors the same.</summary>
internal static class Asking
{
    /// <summary>The answers of those that answered in time.</summary>
    public static async Task<Dictionary<TKey, TAnswer>> Collect<TKey, TAnswer>(
        IEnumerable<(TKey Key, IActorRef Actor)> asked, object question, TimeSpan timeout)
    {
        var questions = asked.Select(entry => (entry.Key, Answer: entry.Actor.Ask<TAnswer>(question, timeout))).ToList();
        var answers = new Dictionary<TKey, TAnswer>();
        foreach (var (key, answer) in questions)
        {
            await ((Task)answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (answer.IsCompletedSuccessfully)
                answers[key] = answer.Result;
        }

        return answers;
    }
}
