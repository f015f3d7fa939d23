namespace Akka.Flink.Operators;

using System.Buffers;
using Akka.Flink.Sources;
using Akka.Flink.State;

/// <summary>Turns the splits for a reader in another task into bytes.</summary>
/// <typeparam name="TSplit">The type of splits.</typeparam>
/// <param name="serializer">Splits to bytes.</param>
/// <param name="outlet">The way there.</param>
internal sealed class RemoteReader<TSplit>(ITypeSerializer<TSplit> serializer, ISplitOutlet outlet) : ISplitReceiver<TSplit>
    where TSplit : ISourceSplit
{
    public void AddSplits(IReadOnlyList<TSplit> splits)
    {
        var bytes = new ReadOnlyMemory<byte>[splits.Count];
        for (var i = 0; i < bytes.Length; i++)
        {
            var buffer = new ArrayBufferWriter<byte>();
            serializer.Write(buffer, splits[i]);
            bytes[i] = buffer.WrittenMemory;
        }

        outlet.AssignSplits(bytes);
    }

    public void HandleSourceEvent(ReadOnlyMemory<byte> data) => outlet.SendSourceEvent(data);

    public void SetMaxWatermark(long watermarkMs) => outlet.SetMaxWatermark(watermarkMs);

    public void NoMoreSplits() => outlet.SignalNoMoreSplits();
}
