namespace Akka.Flink.Runtime;

using System.Buffers.Binary;
using System.Globalization;
using Akka.Flink.State.Snapshots;

/// <summary>The bytes of a savepoint's manifest.</summary>
/// <remarks>
/// <para><c>AFSP</c>, a version byte, sections. A section is its kind (1 byte), the length of its content (4 bytes), the CRC-32C of
/// these 5 bytes and of the content's own CRC-32C (4 bytes), and the content. The kinds: job (1, the first), operator (2), enumerator (3),
/// file (4), end (5, the last: the number of sections before it).</para>
/// <para>Numbers are little-endian or varints, texts UTF-8 behind their length, lists behind their count, as <see cref="WireWriter"/> makes
/// them. Bytes of a version never change their meaning, and every version stays readable.</para>
/// </remarks>
internal static class SavepointFormat
{
    /// <summary>The version that is written, and the last one that is read.</summary>
    public const byte Version = 1;

    private const int HeaderBytes = 9;
    private const int LengthAt = 1;
    private const int CrcAt = 5;
    private const byte JobKind = 1;
    private const byte OperatorKind = 2;
    private const byte EnumeratorKind = 3;
    private const byte FileKind = 4;
    private const byte EndKind = 5;

    private static ReadOnlySpan<byte> Magic => "AFSP"u8;

    /// <summary>Writes a manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    public static byte[] Write(SavepointManifest manifest)
    {
        var stream = new MemoryStream();
        stream.Write(Magic);
        stream.WriteByte(Version);
        var count = 0;
        Add(JobKind, to =>
        {
            to.Write(manifest.Job);
            to.Write(manifest.Name);
            to.Write(manifest.Checkpoint);
            to.Write(manifest.At);
        });
        foreach (var saved in manifest.Operators)
            Add(OperatorKind, to => Write(to, saved));
        foreach (var enumerator in manifest.Enumerators)
        {
            Add(EnumeratorKind, to =>
            {
                to.Write(enumerator.Uid);
                to.Write(enumerator.State);
            });
        }

        foreach (var file in manifest.Files)
        {
            Add(FileKind, to =>
            {
                to.Write(file.Name);
                to.WriteFixed(file.Bytes);
            });
        }

        Add(EndKind, to => to.WriteInt(count));
        return stream.ToArray();

        void Add(byte kind, Action<WireWriter> write)
        {
            WriteSection(stream, kind, write);
            count++;
        }
    }

    /// <summary>Reads a manifest.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="path">Where they are from, for errors.</param>
    /// <exception cref="StorageException">They are damaged, cut off, or of a later version.</exception>
    public static SavepointManifest Read(byte[] bytes, string path)
    {
        if (!bytes.AsSpan().StartsWith(Magic) || bytes.Length == Magic.Length)
            throw SavepointErrors.Damaged(path, 0, "it does not begin like a manifest.");
        if (bytes[Magic.Length] != Version)
            throw SavepointErrors.NewerVersion(path, bytes[Magic.Length], Version);

        var reading = new Reading(bytes, path);
        while (!reading.HasEnded)
            reading.ReadSection();
        return reading.ToManifest();
    }

    private static void WriteSection(MemoryStream stream, byte kind, Action<WireWriter> write)
    {
        var writer = new WireWriter();
        write(writer);
        var content = writer.ToArray();
        var section = new byte[HeaderBytes + content.Length];
        section[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(section.AsSpan(LengthAt), content.Length);
        content.CopyTo(section, HeaderBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(section.AsSpan(CrcAt), CrcOf(section));
        stream.Write(section);
    }

    // Of all but the checksum itself.
    private static uint CrcOf(ReadOnlySpan<byte> section)
    {
        Span<byte> head = stackalloc byte[CrcAt + sizeof(uint)];
        section[..CrcAt].CopyTo(head);
        BinaryPrimitives.WriteUInt32LittleEndian(head[CrcAt..], Crc32C.Of(section[HeaderBytes..]));
        return Crc32C.Of(head);
    }

    private static void Write(WireWriter to, SavedOperator saved)
    {
        to.Write(saved.Uid);
        to.Write(saved.Name);
        to.WriteInt(saved.Parallelism);
        to.WriteInt(saved.MaxParallelism);
        to.WriteAll(saved.Parts, part =>
        {
            to.WriteInt(part.Subtask);
            to.WriteAll(part.Elements, to.Write);
            to.WriteAll(part.States, to.Write);
            to.WriteOptional(part.Keyed, to.WriteWithBase);
        });
    }

    private static SavedOperator ReadOperator(WireReader from) => new(
        from.ReadString(), from.ReadString(), from.ReadInt(), from.ReadInt(), from.ReadAll(() => new SavedPart(
            from.ReadInt(), from.ReadAll(from.ReadBytes), from.ReadAll(from.ReadBytes), from.ReadOptional(from.ReadWithBase))));

    // A manifest while it is read.
    private sealed class Reading(byte[] bytes, string path)
    {
        private readonly List<SavedOperator> _operators = [];
        private readonly List<EnumeratorState> _enumerators = [];
        private readonly List<SavedFile> _files = [];
        private (JobId Job, string Name, CheckpointId Checkpoint, DateTimeOffset At) _head;
        private int _at = Magic.Length + 1;
        private int _sections;

        public bool HasEnded { get; private set; }

        public void ReadSection()
        {
            var left = bytes.Length - _at;
            if (left < HeaderBytes)
                throw SavepointErrors.Damaged(path, _at, ChunkFrame.CutOff(HeaderBytes, left));

            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(_at + LengthAt));
            if (length < 0 || length > left - HeaderBytes)
                throw SavepointErrors.Damaged(path, _at, ChunkFrame.CutOff(length + (long)HeaderBytes, left));

            var section = bytes.AsSpan(_at, HeaderBytes + length);
            var expected = BinaryPrimitives.ReadUInt32LittleEndian(section[CrcAt..]);
            var found = CrcOf(section);
            if (expected != found)
                throw SavepointErrors.Damaged(path, _at, ChunkFrame.Mismatch("checksum", expected, found));

            var content = section[HeaderBytes..].ToArray();
            var from = new WireReader(content, string.Create(CultureInfo.InvariantCulture, $"the manifest '{path}' at byte {_at}"));
            Take(section[0], from);
            from.End();
            _sections++;
            _at += section.Length;
        }

        public SavepointManifest ToManifest() => _at == bytes.Length
            ? new SavepointManifest(_head.Job, _head.Name, _head.Checkpoint, _head.At, _operators, _enumerators, _files)
            : throw SavepointErrors.Damaged(path, _at, $"{bytes.Length - _at} bytes follow behind its end.");

        private void Take(byte kind, WireReader from)
        {
            if (kind == JobKind != (_sections == 0))
                throw SavepointErrors.Damaged(path, _at, $"section {_sections} is of kind {kind}.");

            switch (kind)
            {
                case JobKind:
                    _head = (from.ReadJob(), from.ReadString(), from.ReadCheckpointId(), from.ReadMoment());
                    break;
                case OperatorKind:
                    _operators.Add(ReadOperator(from));
                    break;
                case EnumeratorKind:
                    _enumerators.Add(new EnumeratorState(from.ReadString(), from.ReadBytes()));
                    break;
                case FileKind:
                    _files.Add(new SavedFile(from.ReadString(), from.ReadFixed()));
                    break;
                case EndKind when from.ReadInt() == _sections:
                    HasEnded = true;
                    break;
                default:
                    throw SavepointErrors.Damaged(path, _at, $"section {_sections} is of kind {kind}.");
            }
        }
    }
}
