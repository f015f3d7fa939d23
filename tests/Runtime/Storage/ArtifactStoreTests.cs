namespace Akka.Flink.Runtime.Tests.Storage;

using System.Security.Cryptography;
using Akka.Flink.Runtime.Tests.Storage.Support;

public sealed class ArtifactStoreTests : IDisposable
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(number => (byte)(number * 7))];

    private readonly StorageFolder _folder = new();
    private readonly ArtifactStore _store;

    public ArtifactStoreTests() => _store = new ArtifactStore(_folder.Path, TimeProvider.System);

    private static string Hash => HashOf(Content);

    private string FileName => _folder.File(Hash);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Gives_back_what_it_was_given_to_any_node()
    {
        Assert.False(await _store.HasAsync(Hash, CancellationToken.None));

        await PutAsync(Content);

        var other = new ArtifactStore(_folder.Path, TimeProvider.System);
        Assert.True(await other.HasAsync(Hash, CancellationToken.None));
        Assert.Equal(Content, await ReadAsync(other));
        Assert.Equal([Hash], other.List());
    }

    [Fact]
    public async Task Keeps_nothing_of_an_upload_whose_content_is_another()
    {
        using var half = new MemoryStream(Content[..1000]);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => _store.PutAsync(Hash, half, CancellationToken.None));

        Assert.Contains(Hash, refusal.Message);
        Assert.Contains(HashOf(Content[..1000]), refusal.Message);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Keeps_nothing_of_an_upload_that_breaks_off()
    {
        await Assert.ThrowsAsync<StorageException>(() => _store.PutAsync(Hash, new BreakingStream(), CancellationToken.None));

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Refuses_a_file_that_has_changed_names_it_and_takes_it_anew()
    {
        await PutAsync(Content);
        File.WriteAllBytes(FileName, [.. Content[..^1], 0]);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => _store.OpenAsync(Hash, CancellationToken.None));
        Assert.Contains(FileName, refusal.Message);
        Assert.Contains("is damaged", refusal.Message);
        Assert.False(await _store.HasAsync(Hash, CancellationToken.None));

        await PutAsync(Content);
        Assert.Equal(Content, await ReadAsync(_store));
    }

    [Fact]
    public async Task Names_a_program_that_is_not_there()
    {
        var refusal = await Assert.ThrowsAsync<StorageException>(() => _store.OpenAsync(Hash, CancellationToken.None));

        Assert.Contains(Hash, refusal.Message);
        Assert.Contains(_folder.Path, refusal.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../control.db")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    public async Task Refuses_names_that_are_no_hashes(string name)
    {
        var refusal = await Assert.ThrowsAsync<StorageException>(() => _store.OpenAsync(name, CancellationToken.None));

        Assert.Contains("64 lower-case hexadecimal digits", refusal.Message);
    }

    [Fact]
    public async Task Deletes_old_programs_that_no_job_names_and_what_broken_uploads_left()
    {
        byte[][] contents = [[1], [2], [3], [4]];
        foreach (var content in contents)
            await PutAsync(content);
        var names = contents.Select(HashOf).ToList();
        var (named, old, young, asked) = (names[0], names[1], names[2], names[3]);
        File.WriteAllBytes(_folder.File("half.part"), [1]);
        File.WriteAllBytes(_folder.File("young.part"), [1]);
        foreach (var name in (string[])[named, old, asked, "half.part"])
            File.SetLastWriteTimeUtc(_folder.File(name), TimeProvider.System.GetUtcNow().UtcDateTime - (2 * ArtifactStore.Grace));
        await _store.HasAsync(asked, CancellationToken.None);

        var deleted = await _store.DeleteUnnamedAsync(new HashSet<string> { named }, CancellationToken.None);

        Assert.Equal([.. new[] { old, "half.part" }.Order()], deleted.Order());
        Assert.Equal([.. new[] { named, young, asked }.Order(StringComparer.Ordinal)], _store.List());
        Assert.True(File.Exists(_folder.File("young.part")));
    }

    [Fact]
    public async Task Takes_the_same_program_from_several_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PutAsync(Content))));

        Assert.Equal(Content, await ReadAsync(_store));
        Assert.Equal([FileName], Directory.GetFiles(_folder.Path));
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static async Task<byte[]> ReadAsync(ArtifactStore store)
    {
        await using var stream = await store.OpenAsync(Hash, CancellationToken.None);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }

    private async Task PutAsync(byte[] content)
    {
        using var stream = new MemoryStream(content);
        await _store.PutAsync(HashOf(content), stream, CancellationToken.None);
    }

    /// <summary>An upload whose connection breaks.</summary>
    private sealed class BreakingStream : MemoryStream
    {
        public BreakingStream()
            : base(new byte[1000])
        {
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > 0 ? throw new IOException("The connection is broken.") : base.ReadAsync(buffer[..100], cancellationToken);
    }
}
