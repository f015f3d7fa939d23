namespace Akka.Flink.Connectors.Kafka;

/// <summary>What a failure may do to the records of a sink.</summary>
/// <remarks><para><b>Flink.</b> <c>DeliveryGuarantee</c>.</para></remarks>
public enum DeliveryGuarantee
{
    /// <summary>Records may be lost or repeated: a checkpoint does not wait for them.</summary>
    None,

    /// <summary>No record is lost; after a failure some may be there twice. A checkpoint waits until the brokers have all of
    /// them.</summary>
    AtLeastOnce,

    /// <summary>Each record is there once: written in transactions that are committed with the checkpoint.</summary>
    ExactlyOnce,
}
