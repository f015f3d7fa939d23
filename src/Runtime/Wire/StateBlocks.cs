namespace Akka.Flink.Runtime;

/// <summary>Handles of state as messages have them: unlike the journal, with how much of it is the base.</summary>
internal static class StateBlocks
{
    /// <summary>Writes where keyed state is.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="keyed">The handle.</param>
    public static void WriteWithBase(this WireWriter to, KeyedStateHandle keyed)
    {
        to.Write(keyed);
        to.WriteFixed(keyed.BaseBytes);
    }

    /// <summary>Reads where keyed state is.</summary>
    /// <param name="from">Where from.</param>
    public static KeyedStateHandle ReadWithBase(this WireReader from)
    {
        var keyed = from.ReadKeyed();
        return keyed with { BaseBytes = from.ReadFixed() };
    }

    /// <summary>Writes an operator's part of a checkpoint.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="part">The part.</param>
    public static void WriteWithBase(this WireWriter to, OperatorStateHandle part)
    {
        to.Write(part);
        if (part.Keyed is { } keyed)
            to.WriteFixed(keyed.BaseBytes);
    }

    /// <summary>Reads an operator's part of a checkpoint.</summary>
    /// <param name="from">Where from.</param>
    public static OperatorStateHandle ReadOperatorWithBase(this WireReader from)
    {
        var part = from.ReadOperator();
        return part.Keyed is { } keyed ? part with { Keyed = keyed with { BaseBytes = from.ReadFixed() } } : part;
    }
}
