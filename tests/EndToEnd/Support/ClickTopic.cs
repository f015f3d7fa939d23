namespace Akka.Flink.EndToEnd.Tests.Support;

using System.Globalization;
using System.Text;
using System.Text.Json;
using Akka.Flink.Kafka.Tests.Cluster;
using Confluent.Kafka;

/// <summary>Clicks in a topic, and what the clickstream job must make of them.</summary>
internal sealed class ClickTopic
{
    public const string Input = "clickstream";
    public const string Output = "page-analytics";

    private const int Pages = 30;
    private const int Users = 500;
    private const long WindowMs = 300_000;
    private const long HourMs = 3_600_000;
    private const long BaseMs = 1_735_689_600_000;   // 2025-01-01
    private const int ChunkSize = 50_000;

    private readonly Dictionary<(string Page, long Start), (long Views, HashSet<int> Users)> _expected = [];

    /// <summary>The rows that must come out, in order.</summary>
    public IReadOnlyList<PageRow> Expected =>
    [
        .. from window in _expected
           orderby window.Key.Start, window.Key.Page
           select new PageRow(window.Key.Page, window.Key.Start, window.Value.Views, window.Value.Users.Count),
    ];

    /// <summary>Writes clicks of an hour, and one behind them in each partition.</summary>
    /// <param name="broker">Where to.</param>
    /// <param name="clicks">How many.</param>
    /// <param name="partitions">To how many partitions.</param>
    public void Fill(Broker broker, int clicks, int partitions)
    {
        Create(broker, partitions);
        Write(broker, clicks, partitions, hour: 0);
        EndWindows(broker, partitions);
    }

    /// <summary>Makes the topics.</summary>
    /// <param name="broker">Where.</param>
    /// <param name="partitions">How many partitions clicks go to.</param>
    public static void Create(Broker broker, int partitions)
    {
        broker.NewTopic(partitions, Input);
        broker.NewTopic(1, Output);
    }

    /// <summary>Writes clicks of an hour.</summary>
    /// <param name="broker">Where to.</param>
    /// <param name="clicks">How many.</param>
    /// <param name="partitions">To how many partitions.</param>
    /// <param name="hour">Which hour, from 0.</param>
    public void Write(Broker broker, int clicks, int partitions, int hour)
    {
        var random = new Random(3 + hour);
        for (var partition = 0; partition < partitions; partition++)
        {
            var own = clicks / partitions;
            for (var first = 0; first < own; first += ChunkSize)
            {
                var texts = new string?[Math.Min(ChunkSize, own - first)];
                for (var i = 0; i < texts.Length; i++)
                    texts[i] = Next(random, BaseMs + (hour * HourMs) + ((first + i) * HourMs / own));
                broker.Write(Input, partition, texts);
            }
        }
    }

    /// <summary>Writes a click behind all others to each partition. A watermark is not part of a checkpoint, so after a restart the last
    /// windows wait for one.</summary>
    /// <param name="broker">Where to.</param>
    /// <param name="partitions">To how many partitions.</param>
    /// <param name="hours">How many hours of clicks there are.</param>
    public static void EndWindows(Broker broker, int partitions, int hours = 1)
    {
        for (var partition = 0; partition < partitions; partition++)
            broker.Write(Input, partition, Text("/last", 0, "page_view", BaseMs + ((hours + 1) * HourMs)));
    }

    /// <summary>What the job has written so far, each row as often as it stands there, but for the windows of the last clicks.</summary>
    /// <param name="broker">Where.</param>
    /// <param name="isolation">Whether to read what is not committed.</param>
    public static IReadOnlyList<PageRow> Written(Broker broker, IsolationLevel isolation = IsolationLevel.ReadUncommitted) =>
    [
        .. from message in broker.ReadAll(Output, 1, isolation)
           let row = JsonDocument.Parse(message.Message.Value).RootElement
           where row.GetProperty("page_url").GetString() != "/last"
           select new PageRow(
               row.GetProperty("page_url").GetString()!,
               row.GetProperty("window_start").GetInt64(),
               row.GetProperty("view_count").GetInt64(),
               row.GetProperty("unique_users").GetInt32()),
    ];

    private string Next(Random random, long atMs)
    {
        atMs -= random.Next(4_000);
        var (page, user, isView) = ($"/page/{random.Next(Pages)}", random.Next(Users), random.Next(10) < 8);
        if (isView)
        {
            var key = (page, atMs / WindowMs * WindowMs);
            if (!_expected.TryGetValue(key, out var window))
                window = (0, []);
            window.Users.Add(user);
            _expected[key] = (window.Views + 1, window.Users);
        }

        return Text(page, user, isView ? "page_view" : "add_to_cart", atMs);
    }

    private static string Text(string page, int user, string type, long atMs)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(atMs).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        return new StringBuilder("{\"page_url\":\"").Append(page).Append("\",\"user_id\":\"u").Append(user)
            .Append("\",\"event_type\":\"").Append(type).Append("\",\"event_time\":\"").Append(at).Append("\"}").ToString();
    }
}
