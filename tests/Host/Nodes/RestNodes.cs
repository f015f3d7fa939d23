namespace Akka.Flink.Host.Tests.Nodes;

using System.Text.Json;

/// <summary>Asks a node's REST API for the nodes of its cluster.</summary>
internal static class RestNodes
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Waits until there are so many.</summary>
    /// <param name="url">The node's REST API.</param>
    /// <param name="count">How many.</param>
    /// <returns>Their addresses.</returns>
    public static async Task<IReadOnlyList<string>> UntilAsync(string url, int count)
    {
        using var http = new HttpClient();
        using var deadline = new CancellationTokenSource(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var answer = await http.GetAsync($"{url}/nodes", deadline.Token);
            if (answer.IsSuccessStatusCode)
            {
                var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(deadline.Token)).RootElement;
                if (json.GetArrayLength() == count)
                    return [.. json.EnumerateArray().Select(node => node.GetProperty("node").GetString()!)];
            }

            await pause.WaitForNextTickAsync(deadline.Token);
        }
    }
}
