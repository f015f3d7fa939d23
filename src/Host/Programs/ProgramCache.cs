namespace Akka.Flink.Host.Programs;

using Akka.Flink.Runtime;

/// <summary>The node's own copies of uploaded programs, unpacked: a folder for each, named by the hash.</summary>
/// <remarks>
/// <para><b>State.</b> A folder is filled aside and renamed, so several nodes of one host may share a cache. What is there already is
/// compared with the archive before it is used: a power failure may have emptied files.</para>
/// <para><b>Threads.</b> Any; for one program, one at a time.</para>
/// </remarks>
/// <param name="artifacts">Where programs are.</param>
/// <param name="folder">Where they are unpacked.</param>
internal sealed class ProgramCache(ArtifactStore artifacts, string folder)
{
    private readonly string _folder = Path.GetFullPath(folder);

    /// <summary>Unpacks a program, unless it is there.</summary>
    /// <param name="artifact">Its hash.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Its folder.</returns>
    /// <exception cref="FlinkException">The program is not stored, damaged, or cannot be unpacked.</exception>
    public async Task<string> UnpackAsync(string artifact, CancellationToken cancellationToken)
    {
        await using var content = await artifacts.OpenAsync(artifact, cancellationToken).ConfigureAwait(false);
        try
        {
            return Unpack(artifact, content);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw ProgramErrors.NoCache(_folder, cause);
        }
    }

    private string Unpack(string artifact, Stream content)
    {
        var target = Path.Combine(_folder, artifact);
        if (Directory.Exists(target))
        {
            if (IsWhole(artifact, content, target))
                return target;

            content.Position = 0;
            Directory.Move(target, $"{target}.{Guid.NewGuid():N}.damaged");   // somebody may have it open
        }

        var aside = $"{target}.{Guid.NewGuid():N}{DurableFile.AsideExtension}";
        Directory.CreateDirectory(aside);
        try
        {
            ProgramArchive.Read(artifact, content, (name, data) => Write(Path.Combine(aside, name), data));
            Directory.Move(aside, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            Directory.Delete(aside, recursive: true);   // another node was faster
        }
        catch
        {
            Directory.Delete(aside, recursive: true);
            throw;
        }

        return target;
    }

    private static bool IsWhole(string artifact, Stream content, string target)
    {
        var isWhole = true;
        ProgramArchive.Read(artifact, content, (name, data) => isWhole = isWhole && IsEqual(Path.Combine(target, name), data));
        return isWhole;
    }

    private static bool IsEqual(string path, Stream data)
    {
        if (!File.Exists(path) || new FileInfo(path).Length != data.Length)
            return false;

        using var file = File.OpenRead(path);
        var (one, other) = (new byte[64 * 1024], new byte[64 * 1024]);
        while (true)
        {
            var count = file.ReadAtLeast(one, one.Length, throwOnEndOfStream: false);
            data.ReadAtLeast(other.AsSpan(0, count), count, throwOnEndOfStream: false);
            if (!one.AsSpan(0, count).SequenceEqual(other.AsSpan(0, count)))
                return false;
            if (count < one.Length)
                return true;
        }
    }

    private static void Write(string path, Stream data)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        data.CopyTo(file);
    }
}
