namespace Akka.Flink.Sources;

using System.Buffers;
using Akka.Flink.State;

/// <summary>What the enumerator of one source of a <see cref="HybridSource{T}"/> sees of the readers.</summary>
/// <typeparam name="TSplit">The type of its splits.</typeparam>
/// <param name="outlet">Where splits and signals go.</param>
/// <param name="serializer">Splits to bytes.</param>
internal sealed class HybridPartContext<TSplit>(HybridOutlet outlet, ITypeSerializer<TSplit> serializer) : ISplitEnumeratorContext<TSplit>
    where TSplit : ISourceSplit
{
    /// <summary>Where splits and signals go.</summary>
    public HybridOutlet Outlet { get; } = outlet;

    public int CurrentParallelism => Outlet.Context.CurrentParallelism;

    public void AssignSplit(TSplit split, int subtask) => Outlet.Assign(split.SplitId, BytesOf(serializer, split), subtask);

    public void SendEventToReader(int subtask, ReadOnlyMemory<byte> data) => Outlet.Tell(HybridEventKind.Inner, subtask, data);

    public void SignalNoMoreSplits(int subtask) => Outlet.SignalNoMoreSplits(subtask);

    public void CallAsync<T>(Func<CancellationToken, Task<T>> call, Action<T?, Exception?> handler) =>
        Outlet.Context.CallAsync(call, WhileOpen(handler));

    public void CallPeriodically<T>(
        Func<CancellationToken, Task<T>> call, Action<T?, Exception?> handler, TimeSpan initialDelay, TimeSpan period) =>
        Outlet.Context.CallPeriodically(
            token => Outlet.IsClosed ? Task.FromResult<T>(default!) : call(token), WhileOpen(handler), initialDelay, period);

    /// <summary>A value's bytes.</summary>
    /// <typeparam name="TValue">Its type.</typeparam>
    /// <param name="serializer">Writes it.</param>
    /// <param name="value">The value.</param>
    public static byte[] BytesOf<TValue>(ITypeSerializer<TValue> serializer, TValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        serializer.Write(buffer, value);
        return buffer.WrittenSpan.ToArray();
    }

    private Action<T?, Exception?> WhileOpen<T>(Action<T?, Exception?> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return (result, failure) =>
        {
            if (!Outlet.IsClosed)
                handler(result, failure);
        };
    }
}
