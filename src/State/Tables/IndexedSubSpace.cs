namespace Akka.Flink.State.Tables;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>The one implementation of <see cref="SubSpace{TSub}"/>.</summary>
/// <typeparam name="TSub">The type of keys below.</typeparam>
/// <typeparam name="TCodec">Their codec.</typeparam>
internal sealed class IndexedSubSpace<TSub, TCodec> : SubSpace<TSub>
    where TCodec : struct, IKeyCodec<TSub>
{
    private readonly HashPages<SubKey<TSub>, SlotEntry<SubKey<TSub>>, SubKeyCodec<TSub, TCodec>> _pages;
    private readonly Segments<TSub> _keys = new();
    private readonly bool _isChained;
    private TCodec _codec;
    private SubKeyCodec<TSub, TCodec> _subCodec;

    /// <summary>An empty space.</summary>
    /// <param name="parent">The space above.</param>
    /// <param name="codec">The codec of keys below.</param>
    /// <param name="isChained">Whether what is restored is chained.</param>
    public IndexedSubSpace(SlotSpace parent, TCodec codec, bool isChained)
        : base(parent)
    {
        _codec = codec;
        _subCodec = new SubKeyCodec<TSub, TCodec>(codec);
        _isChained = isChained;
        _pages = new HashPages<SubKey<TSub>, SlotEntry<SubKey<TSub>>, SubKeyCodec<TSub, TCodec>>(
            _subCodec, new PagePool<SlotEntry<SubKey<TSub>>>(), growInSmallSteps: true);
    }

    /// <inheritdoc/>
    public override TSub KeyAt(int slot) => _keys[slot];

    /// <inheritdoc/>
    public override int Find(int parent, TSub sub)
    {
        var key = new SubKey<TSub>(parent, sub);
        ref var entry = ref _pages.Find(key, _subCodec.Hash(key));
        return Unsafe.IsNullRef(ref entry) ? -1 : entry.Slot;
    }

    /// <inheritdoc/>
    public override int GetOrAdd(int parent, TSub sub)
    {
        var key = new SubKey<TSub>(parent, sub);
        ref var entry = ref _pages.GetOrAdd(key, _subCodec.Hash(key), out var added);
        if (!added)
            return entry.Slot;

        var slot = TakeBelow(parent);
        entry.Slot = slot;
        _keys.Ensure(slot);
        _keys[slot] = sub;
        return slot;
    }

    /// <inheritdoc/>
    public override void WriteKey(IBufferWriter<byte> output, int slot)
    {
        Parent.WriteKey(output, ParentOf(slot));
        _codec.Write(output, _keys[slot]);
    }

    /// <inheritdoc/>
    public override int ReadKey(ref ReadOnlySpan<byte> input, in RestoreScope scope, bool add)
    {
        var parent = Parent.ReadKey(ref input, scope, add);
        if (parent < 0)
            return -1;

        var sub = _codec.Read(ref input);
        if (!add)
            return Find(parent, sub);

        var slot = GetOrAdd(parent, sub);
        if (_isChained)
            Append(slot);
        return slot;
    }

    /// <inheritdoc/>
    public override string Describe(int slot) => $"{Parent.Describe(ParentOf(slot))}, {_keys[slot]}";

    /// <inheritdoc/>
    protected override void Forget(int slot)
    {
        var key = new SubKey<TSub>(ParentOf(slot), _keys[slot]);
        _pages.Remove(key, _subCodec.Hash(key));
        _keys[slot] = default!;
        base.Forget(slot);
    }
}
