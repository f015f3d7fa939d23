namespace Akka.Flink.State.Tests.Serialization;

using System.Buffers;

public class AllocationTests
{
    [Fact]
    public void Writing_allocates_nothing()
    {
        CheckWriting((1L, 2L));
        CheckWriting(new Point(1, 2));
        CheckWriting(new Nested(new Point(1, 2), new Cell(3, "column"), (4, "text"), Level.High, Guid.Empty));
        CheckWriting(new List<Cell> { new(1, "a") });
        CheckWriting(new[] { 1, 2, 3 });
        CheckWriting(new Dictionary<string, int> { ["a"] = 1 });
        CheckWriting<V1.Animal>(new V1.Dog("rex"));
        CheckWriting(new string('é', 5000));
        CheckWriting<int?>(5);
    }

    [Fact]
    public void Hashing_comparing_and_writing_keys_allocates_nothing()
    {
        CheckKey((1L, "a"));
        CheckKey(new Click("page", "user", default));
        CheckKey(1.50m);
        CheckKey(Guid.Empty);
        CheckKey(Level.High);
        CheckKey<int?>(3);
    }

    [Fact]
    public void Reading_structs_allocates_nothing()
    {
        var serializer = TypeSerializers.For<(long, Plain, decimal?)>();
        var bytes = Bytes.Of((1L, new Plain { Count = 2 }, (decimal?)3m));

        Assert.Equal(0, Allocated(() =>
        {
            ReadOnlySpan<byte> input = bytes;
            serializer.Read(ref input);
        }));
    }

    private static void CheckWriting<T>(T value)
    {
        var serializer = TypeSerializers.For<T>();
        var output = new ArrayBufferWriter<byte>(1 << 16);

        Assert.Equal(0, Allocated(() =>
        {
            output.ResetWrittenCount();
            serializer.Write(output, value);
        }));
    }

    private static void CheckKey<T>(T key)
    {
        var codec = KeyCodecs.For<T>();
        var output = new ArrayBufferWriter<byte>(1 << 10);
        var sum = 0U;

        Assert.Equal(0, Allocated(() =>
        {
            output.ResetWrittenCount();
            codec.Write(output, key);
            sum += codec.Hash(key) + (codec.Equals(key, key) ? 1U : 0);
        }));
    }

    private static long Allocated(Action action)
    {
        for (var i = 0; i < 10; i++)
            action();

        return Allocations.LeastOf(() =>
        {
            for (var i = 0; i < 100; i++)
                action();
        });
    }
}
