namespace Akka.Flink.Operators;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <content>What the function is told.</content>
internal sealed partial class KeyedBroadcastProcessOperator<TKey, TCodec, TIn, TBroadcast, TOut>
{
    private sealed class RecordContext(KeyedBroadcastProcessOperator<TKey, TCodec, TIn, TBroadcast, TOut> owner)
        : KeyedBroadcastProcessFunction<TKey, TIn, TBroadcast, TOut>.OnTimerContext
    {
        public long TimestampMs;
        public TimeDomain Domain;

        public override TKey CurrentKey => owner._scope.CurrentKey;

        public override long? Timestamp => TimestampMs != RecordBatch<TOut>.NoTimestamp ? TimestampMs : null;

        public override ITimerService TimerService { get; } = owner._scope.Timers;

        public override TimeDomain TimeDomain => Domain;

        public override long CurrentWatermark => owner.CurrentWatermark;

        public override long CurrentProcessingTime => owner.Context.Clock.NowMs;

        public override IReadOnlyBroadcastState<TMapKey, TValue> GetBroadcastState<TMapKey, TValue>(
            MapStateDescriptor<TMapKey, TValue> descriptor) =>
            owner._states.Of(descriptor);

        public override void Output<T>(OutputTag<T> tag, T value) => owner.Sides.Collect(tag, value, TimestampMs);
    }

    private sealed class BroadcastContext(KeyedBroadcastProcessOperator<TKey, TCodec, TIn, TBroadcast, TOut> owner)
        : KeyedBroadcastProcessFunction<TKey, TIn, TBroadcast, TOut>.Context
    {
        private KeyedStateBackend Backend => owner._scope.Backend;

        public override long Timestamp => owner.Output.CurrentTimestamp;

        public override long CurrentWatermark => owner.CurrentWatermark;

        public override long CurrentProcessingTime => owner.Context.Clock.NowMs;

        public override IBroadcastState<TMapKey, TValue> GetBroadcastState<TMapKey, TValue>(
            MapStateDescriptor<TMapKey, TValue> descriptor) =>
            owner._states.Of(descriptor);

        public override void Output<T>(OutputTag<T> tag, T value) => owner.Sides.Collect(tag, value, owner.Output.CurrentTimestamp);

        public override void ApplyToKeyedState<T>(ValueStateDescriptor<T> descriptor, Action<TKey, IValueState<T>> visit) =>
            owner.Visit(Backend.GetState(descriptor), visit);

        public override void ApplyToKeyedState<T>(ListStateDescriptor<T> descriptor, Action<TKey, IListState<T>> visit) =>
            owner.Visit(Backend.GetListState(descriptor), visit);

        public override void ApplyToKeyedState<TMapKey, TValue>(
            MapStateDescriptor<TMapKey, TValue> descriptor, Action<TKey, IMapState<TMapKey, TValue>> visit) =>
            owner.Visit(Backend.GetMapState(descriptor), visit);

        public override void ApplyToKeyedState<T>(ReducingStateDescriptor<T> descriptor, Action<TKey, IReducingState<T>> visit) =>
            owner.Visit(Backend.GetReducingState(descriptor), visit);

        public override void ApplyToKeyedState<TElement, TAccumulator, TResult>(
            AggregatingStateDescriptor<TElement, TAccumulator, TResult> descriptor,
            Action<TKey, IAggregatingState<TElement, TResult>> visit) =>
            owner.Visit(Backend.GetAggregatingState(descriptor), visit);
    }
}
