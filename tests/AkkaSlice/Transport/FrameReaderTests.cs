namespace Akka.Flink.AkkaSlice.Tests.Transport;

using Akka.Remote;
using Akka.Remote.Transport;

public class FrameReaderTests
{
    private const int Maximum = 200_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Frames_come_out_as_they_went_in_however_they_are_cut(bool isLittleEndian)
    {
        var random = new Random(11);
        for (var round = 0; round < 50; round++)
        {
            var frames = Enumerable.Range(0, 40).Select(_ => RandomFrame(random)).ToArray();
            var reader = new FrameReader(new Dripping(Join(frames, isLittleEndian), random), Maximum, isLittleEndian);

            var read = ReadAll(reader);

            Assert.Equal(frames.Length, read.Count);
            Assert.All(frames.Zip(read), pair => Assert.True(pair.First.AsSpan().SequenceEqual(pair.Second)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(Maximum + 1)]
    [InlineData(int.MaxValue)]
    public void A_length_that_is_not_allowed_ends_the_reading(int length)
    {
        var reader = new FrameReader(new MemoryStream([.. BitConverter.GetBytes(length), 1, 2, 3]), Maximum, isLittleEndian: true);

        var failure = Assert.Throws<RemoteTransportException>(() => ReadAll(reader));

        Assert.Contains($"{(uint)length}", failure.Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(900)]
    public void An_end_in_the_middle_of_a_frame_is_told_from_one_between_two(int kept)
    {
        var bytes = Join([new byte[1_000]], isLittleEndian: true);

        Assert.Throws<RemoteTransportException>(() => ReadAll(new FrameReader(new MemoryStream(bytes[..kept]), Maximum, true)));
        Assert.Single(ReadAll(new FrameReader(new MemoryStream(bytes), Maximum, true)));
    }

    private static byte[] RandomFrame(Random random)
    {
        var frame = new byte[random.Next(10) == 0 ? random.Next(1, Maximum + 1) : random.Next(1, 200)];
        random.NextBytes(frame);
        return frame;
    }

    private static byte[] Join(byte[][] frames, bool isLittleEndian)
    {
        using var joined = new MemoryStream();
        var length = new byte[Frames.HeaderLength];
        foreach (var frame in frames)
        {
            Frames.WriteLength(length, frame.Length, isLittleEndian);
            joined.Write(length);
            joined.Write(frame);
        }

        return joined.ToArray();
    }

    private static List<byte[]> ReadAll(FrameReader reader)
    {
        List<byte[]> frames = [];
        while (reader.Fill())
        {
            while (reader.TryTake(out var frame))
                frames.Add(frame.ToArray());
        }

        return frames;
    }

    /// <summary>Gives a random part of what it is asked for, as a network does.</summary>
    private sealed class Dripping(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, random.Next(4) == 0 ? Math.Min(count, random.Next(1, 8)) : random.Next(1, count + 1));
    }
}
