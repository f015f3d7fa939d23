namespace Akka.Flink.Operators;

using Akka.Flink.State;
using Akka.Flink.State.Keyed;

/// <summary>What a window function sees of its operator.</summary>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <param name="Context">Where it runs.</param>
/// <param name="Backend">Its state.</param>
/// <param name="Windows">Its windows.</param>
/// <param name="IsMerging">Whether windows merge, so that they have no state of their own.</param>
internal sealed record WindowPlace<TWindow>(OperatorContext Context, KeyedStateBackend Backend, StateNamespace<TWindow> Windows,
    bool IsMerging);
