namespace Akka.Flink.State;

/// <summary>State of the current key. Every kind of keyed state can be cleared.</summary>
/// <remarks>
/// <para><b>State.</b> A function asks its runtime context for state in <c>Open</c> and uses it while an element or a timer of a keyed
/// stream is processed; the current key decides whose state it is.</para>
/// <para><b>Flink.</b> <c>org.apache.flink.api.common.state.State</c>.</para>
/// </remarks>
public interface IState
{
    /// <summary>Removes what the current key holds.</summary>
    /// <exception cref="StateException">There is no current key.</exception>
    void Clear();
}
