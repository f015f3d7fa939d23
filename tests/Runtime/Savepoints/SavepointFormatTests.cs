namespace Akka.Flink.Runtime.Tests.Savepoints;

using System.Buffers.Binary;

/// <summary>What is in savepoints out there: these bytes must be read for as long as there are such savepoints.</summary>
public class SavepointFormatTests
{
    private const string Golden =
        "4146535001" +
        "01160000003FE44535056A6F622D31046E616D6502AC020068E5CF8B010000" +
        "02400000005E9B02DB016106536F757263650280010200010209080101060001000001407F010F6B657965642D322D3330302D302D3101C8014D0000" +
        "00000000004D00000000000000" +
        "020B0000001B5E7CF001620453696E6B01800100" +
        "0304000000DFAF8D6601610107" +
        "041C00000064571705136B657965642D322D3330302D302D312E6166736300000000000000" +
        "050100000011ED690D05";

    private const string Path = "/s/savepoint.manifest";

    private static readonly SavepointManifest Manifest = new(
        new JobId("job-1"), "name", new CheckpointId(2, 300), DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000),
        [
            new SavedOperator("a", "Source", 2, 128,
            [
                new SavedPart(0, [new byte[] { 9, 8 }], [new byte[] { 6 }], null),
                new SavedPart(1, [], [], new KeyedStateHandle(64, 127, [new SegmentRange(new SegmentId("keyed-2-300-0-1"), 1, 200)], 77)
                {
                    BaseBytes = 77,
                }),
            ]),
            new SavedOperator("b", "Sink", 1, 128, []),
        ],
        [new EnumeratorState("a", new byte[] { 7 })],
        [new SavedFile("keyed-2-300-0-1.afs", 99)]);

    [Fact]
    public void Writes_the_bytes_that_were_agreed() => Assert.Equal(Golden, Convert.ToHexString(SavepointFormat.Write(Manifest)));

    [Fact]
    public void Reads_what_version_1_wrote()
    {
        var read = SavepointFormat.Read(Convert.FromHexString(Golden), Path);

        Assert.Equal((Manifest.Job, Manifest.Name, Manifest.Checkpoint, Manifest.At), (read.Job, read.Name, read.Checkpoint, read.At));
        Assert.Equal([("a", "Source", 2, 128), ("b", "Sink", 1, 128)], read.Operators.Select(each =>
            (each.Uid, each.Name, each.Parallelism, each.MaxParallelism)));
        var (first, second) = (read.Operators[0].Parts[0], read.Operators[0].Parts[1]);
        Assert.Equal((0, 1), (first.Subtask, second.Subtask));
        Assert.Equal(new byte[] { 9, 8 }, first.Elements[0].ToArray());
        Assert.Equal(new byte[] { 6 }, first.States[0].ToArray());
        Assert.Equal((64, 127, 77, 77), (
            second.Keyed!.FirstKeyGroup, second.Keyed.LastKeyGroup, second.Keyed.Bytes, second.Keyed.BaseBytes));
        Assert.Equal(new SegmentRange(new SegmentId("keyed-2-300-0-1"), 1, 200), Assert.Single(second.Keyed.Chunks));
        Assert.Equal(new byte[] { 7 }, Assert.Single(read.Enumerators).State.ToArray());
        Assert.Equal(new SavedFile("keyed-2-300-0-1.afs", 99), Assert.Single(read.Files));
        Assert.Equal(Golden, Convert.ToHexString(SavepointFormat.Write(read)));
    }

    [Fact]
    public void Every_byte_that_was_changed_is_found_and_the_error_says_where()
    {
        var bytes = SavepointFormat.Write(Manifest);
        var starts = Starts(bytes);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (i == 4)
                continue;   // the version, below

            bytes[i] ^= 0x40;
            var error = Assert.Throws<StorageException>(() => SavepointFormat.Read(bytes, Path));
            bytes[i] ^= 0x40;
            Assert.Contains($"'{Path}' is damaged at byte {starts.Last(start => start <= i)}", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Bytes_that_are_missing_or_too_many_are_found()
    {
        var bytes = SavepointFormat.Write(Manifest);
        for (var length = 0; length < bytes.Length; length++)
        {
            var error = Assert.Throws<StorageException>(() => SavepointFormat.Read(bytes[..length], Path));
            Assert.Contains($"'{Path}' is damaged at byte ", error.Message, StringComparison.Ordinal);
        }

        var longer = Assert.Throws<StorageException>(() => SavepointFormat.Read([.. bytes, 0], Path));
        Assert.Contains($"at byte {bytes.Length}: 1 bytes follow", longer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_version_is_refused_with_both_versions()
    {
        var bytes = SavepointFormat.Write(Manifest);
        bytes[4] = 2;

        var error = Assert.Throws<StorageException>(() => SavepointFormat.Read(bytes, Path));

        Assert.Contains($"'{Path}' has format version 2; this program reads versions up to 1.", error.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorDomain.Definition, error.Domain);
    }

    // Where the head and the sections begin.
    private static List<int> Starts(byte[] bytes)
    {
        var starts = new List<int> { 0 };
        for (var at = 5; at < bytes.Length; at += 9 + BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + 1)))
            starts.Add(at);
        return starts;
    }
}
