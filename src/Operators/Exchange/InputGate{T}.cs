namespace Akka.Flink.Operators;

/// <summary>Where the channels of one input of one subtask come together: records go through, watermarks and statuses through a
/// valve.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="input">The operator's input.</param>
/// <param name="channels">How many channels there will be.</param>
/// <param name="isDirect">Whether the single channel is as good as a call within a chain: everything passes as it comes.</param>
internal sealed class InputGate<T>(IInput<T> input, int channels, bool isDirect = false) : InputGate
{
    private WatermarkValve _valve = new(channels);
    private readonly List<Channel> _channels = [];
    private int _ended;
    private bool _watermarkBehind;
    private bool _idleBehind;

    /// <summary>Adds a channel.</summary>
    /// <returns>What takes its elements.</returns>
    public IInput<T> AddChannel()
    {
        if (isDirect)
            return input;

        var channel = new Channel(this, _channels.Count);
        _channels.Add(channel);
        return channel;
    }

    /// <inheritdoc/>
    public override void TakeOver(InputGate before)
    {
        var same = (InputGate<T>)before;
        if (same._channels.Count != _channels.Count)
            return;

        _valve = same._valve.Copy();
        _ended = same._ended;
    }

    private IInput<T> Input => input;

    private bool TakeStatus(int index, bool idle)
    {
        var change = _valve.TakeStatus(index, idle);
        if (!change.HasNewStatus)
            return !change.HasRisen || input.ProcessWatermark(_valve.WatermarkMs);
        if (!change.HasRisen)
            return input.ProcessStatus(idle);

        _watermarkBehind = !idle;   // active goes before the watermark that it lets through, idle behind it
        _idleBehind = idle;
        return (idle ? input.ProcessWatermark(_valve.WatermarkMs) : input.ProcessStatus(false)) && PassWhatIsBehind();
    }

    private bool PassWhatIsBehind()
    {
        if (_watermarkBehind)
        {
            _watermarkBehind = false;
            return input.ProcessWatermark(_valve.WatermarkMs);
        }

        if (!_idleBehind)
            return true;

        _idleBehind = false;
        return input.ProcessStatus(true);
    }

    private sealed class Channel(InputGate<T> gate, int index) : IInput<T>
    {
        public int Process(RecordBatch<T> batch, int from) => gate.Input.Process(batch, from);

        public bool ProcessWatermark(long watermarkMs) => !gate._valve.TakeWatermark(index, watermarkMs)
            || gate.Input.ProcessWatermark(gate._valve.WatermarkMs);

        public bool ProcessStatus(bool idle) => gate.TakeStatus(index, idle);

        public bool EndInput() => ++gate._ended < gate._channels.Count || gate.Input.EndInput();

        public bool Resume() => gate.Input.Resume() && gate.PassWhatIsBehind();
    }
}
