namespace Akka.Flink.Runtime;

/// <summary>What crosses nodes. Each type has its bytes in <see cref="WireFormats"/>: without an entry there it cannot be sent.</summary>
internal interface IWireMessage;
