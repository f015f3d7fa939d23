namespace Akka.Flink.AkkaSlice.Tests.Transport;

using System.Text;
using Akka.Remote.Protocol.Wire;
using Akka.Remote.Transport;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;

/// <summary>What is written and read by hand on the way of each message, against what is generated from the .proto file.</summary>
public class EnvelopeCodecTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Constant(""), ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get.Replace('\ud800', 'x')).Where(IsText));

    private static readonly Arbitrary<Envelope> Envelopes =
        (from recipient in Texts.Where(text => text.Length > 0)
         from sender in Texts
         from serializer in Gen.OneOf(Gen.Choose(0, 300), Gen.Choose(int.MinValue, int.MaxValue))
         from manifest in Texts
         from payload in Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf()
         from sequence in Gen.OneOf(Gen.Constant(0UL), Gen.Choose(1, int.MaxValue).Select(n => (ulong)n * (ulong)n))
         select new Envelope
         {
             Recipient = recipient,
             Sender = sender,
             SerializerId = serializer,
             Manifest = manifest,
             Payload = ByteString.CopyFrom(payload),
             Sequence = sequence,
         }).ToArbitrary();

    [Fact]
    public void What_is_written_by_hand_is_what_the_generated_code_reads() => Check.QuickThrowOnFailure(Prop.ForAll(
        Envelopes, envelope => Assert.Equal(new Frame { Envelope = envelope }, Frame.Parser.ParseFrom(WrittenByHand(envelope)))));

    [Fact]
    public void What_the_generated_code_writes_is_read_by_hand() => Check.QuickThrowOnFailure(Prop.ForAll(Envelopes, envelope =>
    {
        Assert.True(EnvelopeCodec.TryRead(new Frame { Envelope = envelope }.ToByteArray(), out var read));

        Assert.Equal(envelope.Recipient, Encoding.UTF8.GetString(read.Recipient));
        Assert.Equal(envelope.Sender, Encoding.UTF8.GetString(read.Sender));
        Assert.Equal(envelope.SerializerId, read.SerializerId);
        Assert.Equal(envelope.Manifest, Encoding.UTF8.GetString(read.Manifest));
        Assert.Equal(envelope.Payload.ToByteArray(), read.Payload.ToArray());
        Assert.Equal(envelope.Sequence, read.Sequence);
    }));

    [Fact]
    public void A_frame_that_is_cut_is_damaged() => Check.QuickThrowOnFailure(Prop.ForAll(Envelopes, envelope =>
    {
        var whole = WrittenByHand(envelope);
        for (var length = 1; length < whole.Length; length++)
            Assert.False(EnvelopeCodec.TryRead(whole.AsSpan(0, length), out _));
    }));

    [Fact]
    public void Whatever_bytes_come_reading_them_ends_with_an_answer()
    {
        var random = new Random(7);
        for (var i = 0; i < 200_000; i++)
        {
            var bytes = new byte[random.Next(1, 40)];
            random.NextBytes(bytes);
            bytes[0] = EnvelopeCodec.EnvelopeTag;
            if (bytes.Length > 1 && i % 2 == 0)
                bytes[1] = (byte)(bytes.Length - 2);
            EnvelopeCodec.TryRead(bytes, out _);
        }
    }

    private static byte[] WrittenByHand(Envelope envelope)
    {
        var outgoing = new OutgoingEnvelope(
            Encoding.UTF8.GetBytes(envelope.Recipient),
            Encoding.UTF8.GetBytes(envelope.Sender),
            envelope.SerializerId,
            envelope.Manifest,
            envelope.Payload.Span,
            envelope.Sequence);
        var bytes = new byte[outgoing.Length];
        outgoing.WriteTo(bytes);
        return bytes;
    }

    private static bool IsText(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
}
