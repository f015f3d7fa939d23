namespace Akka.Flink.Operators;

using System.Runtime.CompilerServices;
using Akka.Flink.State;

/// <summary>The broadcast states of an operator, by their declarations.</summary>
/// <param name="context">Where the operator runs.</param>
/// <param name="descriptors">What the stream was broadcast with.</param>
internal sealed class BroadcastStates(OperatorContext context, MapStateDescriptor[] descriptors)
{
    private readonly object[] _states = new object[descriptors.Length];

    /// <summary>Declares all of them.</summary>
    public void Open()
    {
        for (var i = 0; i < descriptors.Length; i++)
            _states[i] = descriptors[i].DeclareBroadcast(context.States.Store);
    }

    /// <summary>The state of a declaration: found by reference first, so that a record costs no look-up by name.</summary>
    /// <typeparam name="TMapKey">The type of the map's keys.</typeparam>
    /// <typeparam name="TValue">The type of the map's values.</typeparam>
    /// <param name="descriptor">The declaration.</param>
    public IBroadcastState<TMapKey, TValue> Of<TMapKey, TValue>(MapStateDescriptor<TMapKey, TValue> descriptor)
        where TMapKey : notnull
    {
        for (var i = 0; i < descriptors.Length; i++)
        {
            if (ReferenceEquals(descriptors[i], descriptor))
                return Unsafe.As<IBroadcastState<TMapKey, TValue>>(_states[i]);
        }

        return Find(descriptor);
    }

    private IBroadcastState<TMapKey, TValue> Find<TMapKey, TValue>(MapStateDescriptor<TMapKey, TValue> descriptor)
        where TMapKey : notnull
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        for (var i = 0; i < descriptors.Length; i++)
        {
            if (descriptors[i].Name == descriptor.Name && _states[i] is IBroadcastState<TMapKey, TValue> state)
                return state;
        }

        throw OperatorErrors.NotBroadcast(descriptor.Name, context, descriptors);
    }
}
