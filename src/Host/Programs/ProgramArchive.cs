namespace Akka.Flink.Host.Programs;

using System.Formats.Tar;
using System.Security.Cryptography;

/// <summary>A program as it is uploaded: its assembly and what that needs, in one file.</summary>
/// <remarks>A tar file of regular files in the order of their names, without times, owners or compression: equal files give equal bytes,
/// and so one hash, on every machine.</remarks>
internal sealed class ProgramArchive
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private ProgramArchive(string assembly, IReadOnlyCollection<string> files, byte[] content)
    {
        Assembly = assembly;
        Files = files;
        Content = content;
        Hash = Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <summary>The file name of the program's assembly in it.</summary>
    public string Assembly { get; }

    /// <summary>The names of all files in it, in order.</summary>
    public IReadOnlyCollection<string> Files { get; }

    /// <summary>What is uploaded.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The SHA-256 of <see cref="Content"/>, in lower-case hexadecimal digits: its name on the cluster.</summary>
    public string Hash { get; }

    /// <summary>Packs a program.</summary>
    /// <param name="assembly">The path of its assembly.</param>
    /// <returns>The archive.</returns>
    /// <exception cref="JobException">The assembly or something that it depends on is missing or damaged.</exception>
    public static ProgramArchive Of(string assembly)
    {
        var path = Path.GetFullPath(assembly);
        var files = ProgramFiles.Of(path);
        using var content = new MemoryStream();
        using (var tar = new TarWriter(content, TarEntryFormat.Gnu, leaveOpen: true))
        {
            foreach (var (name, source) in files)
                Write(tar, name, source);
        }

        return new ProgramArchive(Path.GetFileName(path), [.. files.Keys], content.ToArray());
    }

    /// <summary>Reads an archive.</summary>
    /// <param name="artifact">Its hash, for messages.</param>
    /// <param name="content">What was uploaded.</param>
    /// <param name="receive">Told of each file: its name, checked to stay within the program's folder, and its content, which must be read
    /// at once.</param>
    /// <exception cref="JobException">It is no archive of a program.</exception>
    public static void Read(string artifact, Stream content, Action<string, Stream> receive)
    {
        try
        {
            using var tar = new TarReader(content, leaveOpen: true);
            while (tar.GetNextEntry() is { } entry)
            {
                if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
                    throw ProgramErrors.BadArchive(artifact, $"'{entry.Name}' is no regular file.");
                if (!IsWithin(entry.Name))
                    throw ProgramErrors.BadArchive(artifact, $"'{entry.Name}' leads out of its folder.");

                receive(entry.Name, entry.DataStream ?? Stream.Null);
            }
        }
        catch (Exception cause) when (cause is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw ProgramErrors.BadArchive(artifact, cause.Message, cause);
        }
    }

    private static void Write(TarWriter tar, string name, string source)
    {
        using var data = File.OpenRead(source);
        tar.WriteEntry(new GnuTarEntry(TarEntryType.RegularFile, name)
        {
            Mode = Mode,
            ModificationTime = DateTimeOffset.UnixEpoch,
            AccessTime = DateTimeOffset.UnixEpoch,
            ChangeTime = DateTimeOffset.UnixEpoch,
            DataStream = data,
        });
    }

    private static bool IsWithin(string name) =>
        name.Length > 0 && !Path.IsPathRooted(name) && !name.Contains('\\', StringComparison.Ordinal)
        && !name.Contains(':', StringComparison.Ordinal)
        && Array.TrueForAll(name.Split('/'), part => part is not ("" or "." or ".."));
}
