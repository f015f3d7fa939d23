namespace Akka.TestKit;

using System.Globalization;
using System.Text;
using Akka.Actor;

public abstract partial class TestKitBase
{
    private const int MostUnread = 20;

    internal void Fail(string text) => _assertions.Fail("{0}", text);

    private void Fail(Arrival arrival) => _assertions.Fail("{0}", arrival);

    private static string Described(object message) => message == null ? "[null]" : $"[{message}] of type [{message.GetType()}]";

    private static string Described(MessageEnvelope envelope) =>
        $"{Described(envelope.Message)} from {envelope.Sender?.ToString() ?? "no sender"}";

    private static string Described(TimeSpan time) =>
        time < TimeSpan.FromSeconds(1)
            ? time.TotalMilliseconds.ToString("0.### ms", CultureInfo.InvariantCulture)
            : time.TotalSeconds.ToString("0.### s", CultureInfo.InvariantCulture);

    /// <summary>What an expectation was about and what it got instead, as text that is made only when it failed.</summary>
    private sealed class Arrival
    {
        private readonly TestKitBase _kit;
        private readonly string _expected;
        private readonly TimeSpan _max;
        private readonly TimeSpan _elapsed;

        public Arrival(TestKitBase kit, string expected, TimeSpan max, TimeSpan elapsed)
        {
            _kit = kit;
            _expected = expected;
            _max = max;
            _elapsed = elapsed;
        }

        /// <summary>The message that came, or null.</summary>
        public MessageEnvelope Envelope { get; init; }

        /// <summary>What happened, where that is not that <see cref="Envelope"/> came.</summary>
        public string Outcome { get; init; }

        public string Hint { get; init; }

        public object Message => Envelope?.Message;

        public IActorRef Sender => Envelope?.Sender;

        public override string ToString()
        {
            var outcome = Outcome ?? (Envelope == null ? "nothing came" : $"{Described(Envelope)} came");
            var elapsed = $"{(Envelope == null ? "in" : "after")} {Described(_elapsed)}";
            var text = new StringBuilder()
                .AppendLine($"Expected {_expected} within {Described(_max)}, but {outcome} {elapsed}.{Hinted(Hint)}");

            var unread = _kit._queue.Peek();
            text.Append($"Left unread by {_kit.TestActor.Path.Name}: {(unread.Length == 0 ? "nothing" : unread.Length)}");
            for (var i = 0; i < Math.Min(unread.Length, MostUnread); i++)
                text.AppendLine().Append($"  {i + 1}. {Described(unread[i])}");
            if (unread.Length > MostUnread)
                text.AppendLine().Append($"  and {unread.Length - MostUnread} more");
            return text.ToString();
        }
    }
}
