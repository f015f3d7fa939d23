namespace Akka.Flink.Runtime;

using Akka.Flink.Operators;
using Akka.Flink.State;

/// <summary>The receiving end of a channel: a queue in front of an input.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="attempt">The attempt.</param>
/// <param name="id">The channel.</param>
/// <param name="sender">The subtask at the other end.</param>
/// <param name="maxBatches"><c>channel.max-batches</c>.</param>
/// <param name="input">Where what is received goes.</param>
/// <remarks>A batch belongs to this end until it is worked off: the operators may change its columns. It goes back empty, so that nothing
/// that it referred to is kept alive. What comes in frames from another node is read when its turn comes,
/// into a batch that stays here.<para><b>Threads.</b> The receiving task's.</para></remarks>
internal sealed class ChannelReceiver<T>(AttemptId attempt, ChannelId id, SubtaskId sender, int maxBatches, IInput<T> input)
    : ChannelReceiver(attempt, id, sender, maxBatches)
{
    private BatchMessage<T>? _batch;
    private BatchMessage<T>? _read;       // what is read out of frames
    private FrameReader<T>? _frames;
    private int _position;

    /// <inheritdoc/>
    public override bool IsInBatch => _batch is not null;

    /// <inheritdoc/>
    public override ReceiverStep Step() => _batch is not null ? GoOn(_batch) : Begin(Dequeue());

    /// <inheritdoc/>
    public override bool Resume() => input.Resume();

    private ReceiverStep Begin(ChannelMessage message)
    {
        switch (message)
        {
            case BatchMessage<T> batch:
                _batch = batch;
                _position = 0;
                return GoOn(batch);
            case DataFrame frame:
                return Begin(frame);
            case StatusMessage status:
                return StepOf(input.ProcessStatus(status.IsIdle));
            case EndMessage:
                HasEnded = true;
                return StepOf(input.EndInput());
            case AnyBarrierMessage barrier:
                Barrier = barrier.Barrier;
                return ReceiverStep.Barrier;
            default:
                throw TaskErrors.NotOfThisChannel(Id, message.GetType(), typeof(T));
        }
    }

    private ReceiverStep Begin(DataFrame frame)
    {
        _frames ??= new FrameReader<T>(Id, TypeSerializers.For<T>());
        _read ??= new BatchMessage<T> { Attempt = Attempt, Channel = Id, Home = null };
        Work(frame);
        if (!_frames.Read(frame, _read.Records))
            return ReceiverStep.Done;

        _read.TakesCredit = frame.Is(FrameFlags.EndsBatch);
        _read.HasWatermark = frame.Is(FrameFlags.HasWatermark);
        _read.WatermarkMs = frame.WatermarkMs;
        _batch = _read;
        _position = 0;
        return GoOn(_read);
    }

    private ReceiverStep GoOn(BatchMessage<T> batch)
    {
        var records = batch.Records;
        if (_position < records.Count)
        {
            _position = input.Process(records, _position);
            if (_position < records.Count)
                return ReceiverStep.Held;
        }

        var (hasWatermark, watermarkMs) = (batch.HasWatermark, batch.WatermarkMs);
        _batch = null;
        records.Clear();
        Release(batch);
        return StepOf(!hasWatermark || input.ProcessWatermark(watermarkMs));
    }

    private static ReceiverStep StepOf(bool done) => done ? ReceiverStep.Done : ReceiverStep.Held;
}
