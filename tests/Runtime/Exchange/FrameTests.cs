namespace Akka.Flink.Runtime.Tests.Exchange;

using Akka.Flink.Operators;
using Akka.Flink.State;
using FsCheck;
using FsCheck.Fluent;

public class FrameTests
{
    private static readonly AttemptId Attempt = new(new JobId("job"), 3);
    private static readonly ChannelId Channel = new(1, 2, 3);

    // What a record is like: 0 null, 1 to 3 small, 4 some kilobytes, 5 larger than a frame, 6 many frames.
    private static readonly Arbitrary<int[][]> Scripts =
        Gen.Frequency((60, Gen.Choose(0, 3)), (10, Gen.Constant(4)), (2, Gen.Constant(5)), (1, Gen.Constant(6)))
            .ArrayOf().ArrayOf().ToArbitrary();

    [Fact]
    public void Any_batches_come_through_unchanged() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Scripts, Gen.Choose(0, int.MaxValue).ToArbitrary(), (script, seed) =>
        {
            var random = new System.Random(seed);
            var batches = script.Select((kinds, number) => Batch(kinds, number, random)).ToList();
            var (writer, reader) = Ends<Line?>();
            var sequence = 0L;
            foreach (var batch in batches)
            {
                var expected = Rows(batch.Records).ToList();
                var found = new List<(Line?, long)>();
                writer.Begin(batch);
                while (!writer.IsDone)
                {
                    var frame = FrameHead.Read(writer.Next(++sequence).Bytes);
                    var read = new RecordBatch<Line?>();
                    Assert.InRange(frame.Bytes.Length, 1, DataFrame.MaxBytes);
                    Assert.Equal((Attempt, Channel, sequence), (frame.Attempt, frame.Channel, frame.Sequence));
                    Assert.Equal(writer.IsDone && batch.TakesCredit, frame.Is(FrameFlags.EndsBatch));
                    Assert.Equal(writer.IsDone && batch.HasWatermark, frame.Is(FrameFlags.HasWatermark));
                    if (frame.Is(FrameFlags.HasWatermark))
                        Assert.Equal(batch.WatermarkMs, frame.WatermarkMs);
                    Assert.Equal(!frame.Is(FrameFlags.Continues), reader.Read(frame, read));
                    found.AddRange(Rows(read));
                }

                Assert.Equal(expected, found);
            }
        }));

    [Fact]
    public void A_batch_with_more_than_its_capacity_takes_several_frames()
    {
        var batch = NewBatch<long>();
        for (var i = 0; i < 3_000; i++)
            batch.Records.Add(i, RecordBatch<long>.NoTimestamp);
        batch.TakesCredit = true;
        var (writer, reader) = Ends<long>();

        var frames = FramesOf(writer, batch);

        var found = new List<long>();
        foreach (var frame in frames)
        {
            var read = new RecordBatch<long>();
            Assert.True(reader.Read(frame, read));
            Assert.InRange(read.Count, 1, RecordBatch<long>.Capacity);
            found.AddRange(Rows(read).Select(row => row.Value));
        }

        Assert.Equal(Enumerable.Range(0, 3_000).Select(i => (long)i), found);
        Assert.Equal([false, false, false, false, false, true], frames.Select(frame => frame.Is(FrameFlags.EndsBatch)));
    }

    [Fact]
    public void A_frame_that_is_cut_off_anywhere_is_an_error_that_names_the_channel()
    {
        var batch = Batch([1, 2, 3, 0, 1], 1, new System.Random(1));
        var (writer, reader) = Ends<Line?>();
        var bytes = FramesOf(writer, batch).Single().Bytes;
        var head = FrameHead.Read(bytes).ContentAt;

        for (var length = head; length < bytes.Length; length++)
        {
            var frame = FrameHead.Read(bytes[..length]);
            var error = Assert.Throws<JobException>(() => reader.Read(frame, new RecordBatch<Line?>()));
            Assert.Contains($"Channel {Channel} received a damaged frame", error.Message, StringComparison.Ordinal);
        }

        for (var length = 0; length < head; length++)
        {
            var error = Assert.Throws<JobException>(() => FrameHead.Read(bytes[..length]));
            Assert.Contains("a frame of records", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Garbage_is_an_error_or_some_records_and_nothing_else()
    {
        var random = new System.Random(7);
        var (writer, _) = Ends<Line?>();
        var bytes = FramesOf(writer, Batch([1, 2, 3, 0, 1, 1, 2], 1, random)).Single().Bytes;
        var errors = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var damaged = bytes.ToArray();
            for (var n = random.Next(1, 5); n > 0; n--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                Ends<Line?>().Reader.Read(FrameHead.Read(damaged), new RecordBatch<Line?>());
            }
            catch (JobException)
            {
                errors++;
            }
        }

        Assert.InRange(errors, 1_000, 20_000);
    }

    [Fact]
    public void A_serializer_that_throws_names_the_channel_and_the_type()
    {
        var batch = NewBatch<int>();
        batch.Records.Add(1, 1);
        batch.TakesCredit = true;
        var numbers = new ChannelSendProtocol();
        var outlet = new FrameOutlet<int>(Akka.Actor.ActorRefs.Nobody, new FrameHead(Attempt, Channel), new Broken());

        var error = Assert.Throws<JobException>(() => outlet.Send(batch, ref numbers));

        Assert.Equal(ErrorDomain.Function, error.Domain);
        Assert.StartsWith($"A record of 'System.Int32' could not be written to channel {Channel}: NotSupportedException: no", error.Message,
            StringComparison.Ordinal);
    }

    private static (FrameWriter<T> Writer, FrameReader<T> Reader) Ends<T>() => (
        new FrameWriter<T>(new FrameHead(Attempt, Channel), TypeSerializers.For<T>()),
        new FrameReader<T>(Channel, TypeSerializers.For<T>()));

    private static List<DataFrame> FramesOf<T>(FrameWriter<T> writer, BatchMessage<T> batch)
    {
        var frames = new List<DataFrame>();
        writer.Begin(batch);
        while (!writer.IsDone)
            frames.Add(FrameHead.Read(writer.Next(frames.Count + 1).Bytes));
        return frames;
    }

    private static BatchMessage<T> NewBatch<T>() => new() { Attempt = Attempt, Channel = Channel, Home = null };

    private static BatchMessage<Line?> Batch(int[] kinds, int number, System.Random random)
    {
        var batch = NewBatch<Line?>();
        var hasTimestamps = number % 3 != 0;
        foreach (var kind in kinds)
        {
            var timestampMs = hasTimestamps && random.Next(50) > 0 ? random.NextInt64() : RecordBatch<Line?>.NoTimestamp;
            batch.Records.Add(LineOf(kind, random), timestampMs);
        }

        batch.TakesCredit = kinds.Length > 0;
        batch.HasWatermark = kinds.Length == 0 || random.Next(2) == 0;
        batch.WatermarkMs = random.Next(3) == 0 ? long.MaxValue : random.NextInt64();
        return batch;
    }

    private static Line? LineOf(int kind, System.Random random) => kind switch
    {
        0 => null,
        1 => new Line(random.NextInt64(), null, null),
        2 => new Line(random.NextInt64(), Text(random.Next(40), random), new Part(random.Next(), null)),
        3 => new Line(0, "", new Part(0, Text(random.Next(200), random))),
        4 => new Line(1, Text(random.Next(5_000, 40_000), random), null),
        5 => new Line(2, Text(random.Next(60_000, 70_000), random), new Part(1, "é")),
        _ => new Line(3, null, new Part(2, Text(random.Next(100_000, 300_000), random))),
    };

    private static string Text(int length, System.Random random) => new((char)random.Next(32, 0x800), length);

    private static IEnumerable<(T Value, long TimestampMs)> Rows<T>(RecordBatch<T> batch) =>
        Enumerable.Range(0, batch.Count).Select(i => (batch.Values[i].Value, batch.Timestamps[i]));

    public sealed record Line(long Id, string? Text, Part? Part);

    public sealed record Part(int Number, string? Name);

    private sealed class Broken : ITypeSerializer<int>
    {
        public Schema Schema => TypeSerializers.For<int>().Schema;

        public bool IsImmutable => true;

        public void Write(System.Buffers.IBufferWriter<byte> output, int value) => throw new NotSupportedException("no");

        public int Read(ref ReadOnlySpan<byte> input) => throw new NotSupportedException("no");

        public int Copy(int value) => value;

        public ITypeSerializer<int>? ReaderFor(Schema written) => null;
    }
}
