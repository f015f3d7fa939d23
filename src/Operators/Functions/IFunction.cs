namespace Akka.Flink.Functions;

/// <summary>What all functions of a user have in common: nothing. It marks them.</summary>
/// <remarks><para><b>Flink.</b> <c>Function</c>.</para></remarks>
public interface IFunction;
