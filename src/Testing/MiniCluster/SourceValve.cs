namespace Akka.Flink.Testing;

using Akka.Flink.Sources;

/// <summary>Lets a source stand still, and go on, when a test says so.</summary>
/// <remarks>Put between a source and the job with <see cref="GatedSource.Behind{T}"/>. While it is closed, readers give no records, and
/// take part in checkpoints all the same.
/// <para><b>Threads.</b> Any.</para>
/// <para><b>Flink.</b> Has none.</para></remarks>
public sealed class SourceValve : ISourceGate
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _permits;
    private long _most;   // how many there were when it was set last: what comes back late opens no closed valve

    /// <summary>A valve.</summary>
    /// <param name="isOpen">Whether it is open.</param>
    public SourceValve(bool isOpen = true) => Set(isOpen ? long.MaxValue : 0);

    /// <summary>Lets all records through from here on.</summary>
    public void Open() => Set(long.MaxValue);

    /// <summary>Lets no more records through.</summary>
    public void Close() => Set(0);

    /// <summary>Lets so many records through from here on, of all readers together, and closes behind them.</summary>
    /// <param name="count">How many; not negative.</param>
    public void LetThrough(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Set(count);
    }

    /// <inheritdoc/>
    public int Take(int wanted)
    {
        lock (_lock)
        {
            if (_most == long.MaxValue)
                return wanted;

            var taken = (int)Math.Min(wanted, _permits);
            _permits -= taken;
            return taken;
        }
    }

    /// <inheritdoc/>
    public void Return(int count)
    {
        lock (_lock)
        {
            if (_most == long.MaxValue)
                return;

            _permits = Math.Clamp(_permits + count, 0, _most);
            Wake();
        }
    }

    /// <inheritdoc/>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
            return _permits > 0 ? Task.CompletedTask : _opened.Task.WaitAsync(cancellationToken);
    }

    private void Set(long permits)
    {
        lock (_lock)
        {
            (_permits, _most) = (permits, permits);
            Wake();
        }
    }

    private void Wake()
    {
        if (_permits == 0)
            return;

        _opened.TrySetResult();
        _opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
