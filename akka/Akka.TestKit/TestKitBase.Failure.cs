namespace Akka.TestKit;

using System.Text;
using Akka.Actor;

public abstract partial class TestKitBase
{
    private const int MostUnread = 20;

    internal void Fail(string text) => _assertions.Fail("{0}", text);

    private void Fail(Arrival arrival) => _assertions.Fail("{0}", arrival);

    private static string Described(object message) => message == null ? "[null]" : $"[{message}] of type [{message.GetType()}]";

    private static string Described(MessageEnvelope envelope) =>
        $"{Described(envelope.Message)} from [{envelope.Sender?.ToString() ?? "no sender"}]";

    /// <summary>What an expectation was about and what it got instead, as text that is made only when it failed.</summary>
    private sealed class Arrival
    {
        private readonly TestKitBase _kit;
        private readonly string _expected;
        private readonly TimeSpan _max;
        private readonly string _hint;
        private readonly TimeSpan _elapsed;

        public Arrival(TestKitBase kit, string expected, TimeSpan max, string hint, MessageEnvelope envelope, TimeSpan elapsed)
        {
            _kit = kit;
            _expected = expected;
            _max = max;
            _hint = hint;
            Envelope = envelope;
            _elapsed = elapsed;
        }

        public MessageEnvelope Envelope { get; }

        public object Message => Envelope?.Message;

        public IActorRef Sender => Envelope?.Sender;

        public override string ToString()
        {
            var text = new StringBuilder();
            var came = Envelope == null ? "nothing more" : Described(Envelope);
            text.Append($"Expected {_expected} within {_max}, but {came} came; {_elapsed} had passed.{Hinted(_hint)}");

            var unread = _kit._queue.Peek();
            text.AppendLine().Append($"{_kit.TestActor.Path.Name} has {unread.Length} unread messages{(unread.Length == 0 ? "." : ":")}");
            for (var i = 0; i < Math.Min(unread.Length, MostUnread); i++)
                text.AppendLine().Append($"  {i + 1}. {Described(unread[i])}");
            if (unread.Length > MostUnread)
                text.AppendLine().Append($"  and {unread.Length - MostUnread} more");
            return text.ToString();
        }
    }
}
