namespace Akka.Flink.Runtime;

using System.Security.Cryptography;

/// <summary>Keeps uploaded programs in the folder that all nodes see, named by the SHA-256 of their content.</summary>
/// <remarks>
/// <para><b>State.</b> One file for each program, written aside, synced and renamed: a name stands for its whole content, whoever reads it,
/// and a file that was there before need not be sent again. When it was last asked for is the file's time, which keeps a program that is
/// about to be submitted from being deleted.</para>
/// <para><b>Threads.</b> Any, of any node.</para>
/// </remarks>
/// <param name="folder">The folder, which exists.</param>
/// <param name="clock">Tells how old a file is.</param>
internal sealed class ArtifactStore(string folder, TimeProvider clock)
{
    /// <summary>How long a program stays that no job names: between its upload and the record of its job.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    private const int HashLength = 64;
    private const int BufferBytes = 128 * 1024;

    /// <summary>Whether a program is there, undamaged. If so, it stays for a while even if no job names it.</summary>
    /// <param name="artifact">Its hash.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="StorageException">The name is no hash, or the folder cannot be used.</exception>
    public async Task<bool> HasAsync(string artifact, CancellationToken cancellationToken)
    {
        var path = PathOf(artifact);
        try
        {
            if (!File.Exists(path))
                return false;

            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            await using var file = OpenRead(path);
            return await HashAsync(file, cancellationToken).ConfigureAwait(false) == artifact;
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw ClusterStorageErrors.Artifact(artifact, folder, cause);
        }
    }

    /// <summary>Keeps a program. A damaged file of its name is replaced.</summary>
    /// <param name="artifact">The hash that its content must have.</param>
    /// <param name="content">Its content.</param>
    /// <param name="cancellationToken">Ends it early; nothing is kept.</param>
    /// <returns>When it is durable.</returns>
    /// <exception cref="StorageException">The content has another hash, or cannot be written.</exception>
    public async Task PutAsync(string artifact, Stream content, CancellationToken cancellationToken)
    {
        var path = PathOf(artifact);
        var aside = DurableFile.AsideOf(path);
        try
        {
            var found = await WriteAsync(aside, content, cancellationToken).ConfigureAwait(false);
            if (found != artifact)
                throw ClusterStorageErrors.UploadDiffers(artifact, found);

            DurableFile.Name(aside, path);
        }
        catch (Exception cause)
        {
            Discard(aside);
            if (cause is IOException or UnauthorizedAccessException)
                throw ClusterStorageErrors.Artifact(artifact, folder, cause);
            throw;
        }
    }

    /// <summary>Opens a program for reading.</summary>
    /// <param name="artifact">Its hash.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Its content, which has been compared with the hash.</returns>
    /// <exception cref="StorageException">It is not there, damaged, or cannot be read.</exception>
    public async Task<Stream> OpenAsync(string artifact, CancellationToken cancellationToken)
    {
        var path = PathOf(artifact);
        FileStream? file = null;
        try
        {
            file = OpenRead(path);
            var found = await HashAsync(file, cancellationToken).ConfigureAwait(false);
            if (found != artifact)
                throw ClusterStorageErrors.Corrupt(path, artifact, found);

            file.Position = 0;
            return file;
        }
        catch (Exception cause)
        {
            file?.Dispose();
            if (cause is FileNotFoundException or DirectoryNotFoundException)
                throw ClusterStorageErrors.NotStored(artifact, folder);
            if (cause is IOException or UnauthorizedAccessException)
                throw ClusterStorageErrors.Artifact(artifact, folder, cause);
            throw;
        }
    }

    /// <summary>All programs that are there.</summary>
    /// <returns>Their hashes, in order.</returns>
    /// <exception cref="StorageException">The folder cannot be read.</exception>
    public IReadOnlyList<string> List()
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Where(IsHash).Order(StringComparer.Ordinal)];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw ClusterStorageErrors.Artifact("*", folder, cause);
        }
    }

    /// <summary>Deletes programs that no job names and nobody has asked for within <see cref="Grace"/>, and what broken uploads
    /// left.</summary>
    /// <param name="named">The programs that jobs name.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The files that were deleted. What cannot be deleted stays until the next call.</returns>
    /// <exception cref="StorageException">The folder cannot be read.</exception>
    public Task<IReadOnlyList<string>> DeleteUnnamedAsync(IReadOnlySet<string> named, CancellationToken cancellationToken) =>
        Task.Run(() => DeleteUnnamed(named), cancellationToken);

    private IReadOnlyList<string> DeleteUnnamed(IReadOnlySet<string> named)
    {
        var deleted = new List<string>();
        var newest = clock.GetUtcNow().UtcDateTime - Grace;
        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles())
            {
                var isUnnamed = IsHash(file.Name) ? !named.Contains(file.Name) : file.Extension == DurableFile.AsideExtension;
                if (isUnnamed && file.LastWriteTimeUtc < newest && TryDelete(file))
                    deleted.Add(file.Name);
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw ClusterStorageErrors.Artifact("*", folder, cause);
        }

        return deleted;
    }

    private static bool IsHash(string name) =>
        name.Length == HashLength && !name.AsSpan().ContainsAnyExcept("0123456789abcdef");

    private static FileStream OpenRead(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, useAsync: true);

    private static async Task<string> HashAsync(Stream content, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken).ConfigureAwait(false));

    private static async Task<string> WriteAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, useAsync: true);
        var buffer = new byte[BufferBytes];
        while (await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            hash.AppendData(buffer.AsSpan(0, count));
            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }

        file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Discard(string aside)
    {
        var file = new FileInfo(aside);
        if (file.Exists)
            TryDelete(file);
    }

    private static bool TryDelete(FileInfo file)
    {
        try
        {
            file.Delete();
            return true;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string PathOf(string artifact) =>
        IsHash(artifact) ? Path.Combine(folder, artifact) : throw ClusterStorageErrors.BadArtifact(artifact);
}
