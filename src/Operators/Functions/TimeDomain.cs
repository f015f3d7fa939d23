namespace Akka.Flink.Functions;

/// <summary>Which time a timer goes by.</summary>
public enum TimeDomain
{
    /// <summary>The time of the records, as watermarks tell it.</summary>
    EventTime,

    /// <summary>The clock of the machine.</summary>
    ProcessingTime,
}
