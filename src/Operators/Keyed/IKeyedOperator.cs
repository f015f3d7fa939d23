namespace Akka.Flink.Operators;

/// <summary>What the keys and inputs of a keyed operator call back, whatever the types of its records.</summary>
internal interface IKeyedOperator
{
    /// <summary>Whether more may be emitted.</summary>
    bool IsWritable { get; }

    /// <summary>The timestamp of the record or timer in work, which what is emitted gets.</summary>
    long CurrentTimestamp { get; set; }

    /// <summary>Called when an event-time timer fires; key and timestamp are set.</summary>
    /// <param name="timestampMs">What it was registered for.</param>
    void OnEventTimer(long timestampMs);

    /// <summary>Called when a processing-time timer fires; the key is set, and records that are emitted have no timestamp.</summary>
    /// <param name="timestampMs">What it was registered for.</param>
    void OnClockTimer(long timestampMs);

    /// <summary>Hands over what was collected.</summary>
    /// <returns>Whether everything was taken.</returns>
    bool Flush();
}
