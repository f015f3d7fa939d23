namespace Akka.Flink.AkkaContract.Crash;

using System.Diagnostics;
using Akka.Coordination;

/// <summary>A lease in a file, for processes of one machine: its owner, and when it expires.</summary>
public sealed class FileLease : Lease
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(10);

    private readonly string _file;
    private readonly Timer _renewal;
    private Action<Exception?>? _lost;
    private long _heldUntil;

    public FileLease(LeaseSettings settings)
        : base(settings)
    {
        _file = settings.LeaseConfig.GetString("file");
        _renewal = new Timer(_ => _ = Renew());
    }

    private TimeSpan TimeToLive => Settings.TimeoutSettings.HeartbeatTimeout;

    public override bool CheckLease() => Stopwatch.GetTimestamp() < Volatile.Read(ref _heldUntil);

    public override Task<bool> Acquire() => Acquire(_ => { });

    public override async Task<bool> Acquire(Action<Exception?> leaseLostCallback)
    {
        _lost = leaseLostCallback;
        var isHeld = await Write(mayBeExpired: true);
        if (isHeld)
            _renewal.Change(Settings.TimeoutSettings.HeartbeatInterval, Settings.TimeoutSettings.HeartbeatInterval);
        return isHeld;
    }

    public override async Task<bool> Release()
    {
        _renewal.Change(Timeout.Infinite, Timeout.Infinite);
        Volatile.Write(ref _heldUntil, 0);
        await using var file = await OpenUntilFree();
        if (Read(file).Owner == Settings.OwnerName)
            file.SetLength(0);
        return true;
    }

    private async Task Renew()
    {
        if (await Write(mayBeExpired: false))
            return;

        _renewal.Change(Timeout.Infinite, Timeout.Infinite);
        Volatile.Write(ref _heldUntil, 0);
        _lost?.Invoke(null);
    }

    private async Task<bool> Write(bool mayBeExpired)
    {
        var asked = Stopwatch.GetTimestamp();
        await using var file = await OpenUntilFree();
        var (owner, expires) = Read(file);
        var isFree = owner.Length == 0 || expires <= DateTime.UtcNow;
        if (mayBeExpired ? !isFree && owner != Settings.OwnerName : isFree || owner != Settings.OwnerName)
            return false;

        file.SetLength(0);
        file.Position = 0;
        using var writer = new StreamWriter(file, leaveOpen: true);
        writer.WriteLine(Settings.OwnerName);
        writer.WriteLine((DateTime.UtcNow + TimeToLive).Ticks);
        Volatile.Write(ref _heldUntil, asked + (long)(TimeToLive.TotalSeconds * Stopwatch.Frequency));
        return true;
    }

    private static (string Owner, DateTime Expires) Read(FileStream file)
    {
        using var reader = new StreamReader(file, leaveOpen: true);
        var owner = reader.ReadLine() ?? "";
        return (owner, owner.Length == 0 ? DateTime.MinValue : new DateTime(long.Parse(reader.ReadLine()!), DateTimeKind.Utc));
    }

    /// <summary>Opened by one at a time; the system closes it for one that is killed.</summary>
    private async Task<FileStream> OpenUntilFree()
    {
        while (true)
        {
            try
            {
                return new FileStream(_file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(BetweenTries);
            }
        }
    }
}
