using Akka.Flink;
using Akka.Flink.State;
using Akka.Flink.Windowing;
using static WindowKinds;

public static class Triggers
{
    public static void Count(StreamExecutionEnvironment env)
    {
        #region count-trigger
        Readings(env)
           .KeyBy(reading => reading.Sensor)
           .Window(TumblingEventTimeWindows.Of(TimeSpan.FromSeconds(20)))
           .Trigger(CountTrigger.Of(2))   // every second reading of a window; its end fires nothing
           .Aggregate(new Mean(), (sensor, window, mean) => $"{sensor} from {window.Start}: {mean}")
           .Print();
        #endregion
    }

    public static void Delta(StreamExecutionEnvironment env)
    {
        #region delta-trigger
        Readings(env)
           .KeyBy(reading => reading.Sensor)
           .Window(GlobalWindows.Create())
           .Trigger(PurgingTrigger.Of(DeltaTrigger.Of<Reading, GlobalWindow>(15, (last, next) => Math.Abs(next.Value - last.Value))))
           .Aggregate(new Mean(), (sensor, _, mean) => $"{sensor} has changed; mean so far {mean}")
           .Print();
        #endregion
    }

    public static void Continuous(StreamExecutionEnvironment env)
    {
        #region continuous-trigger
        Readings(env)
           .KeyBy(reading => reading.Sensor)
           .Window(TumblingEventTimeWindows.Of(TimeSpan.FromSeconds(20)))
           .Trigger(ContinuousEventTimeTrigger.Of(TimeSpan.FromSeconds(10)))   // each ten seconds, with all that has come so far
           .Aggregate(new Mean(), (sensor, window, mean) => $"{sensor} from {window.Start}: {mean}")
           .Print();
        #endregion
    }

    public static void Timeout(StreamExecutionEnvironment env)
    {
        #region timeout-trigger
        Readings(env)
           .KeyBy(reading => reading.Sensor)
           .Window(GlobalWindows.Create())
           .Trigger(ProcessingTimeoutTrigger.Of<Reading, GlobalWindow>(
               PurgingTrigger.Of(CountTrigger.Of(2)), timeout: TimeSpan.FromHours(1)))   // two readings, or an hour after the first
           .Aggregate(new Mean(), (sensor, _, mean) => $"{sensor}: {mean}")
           .Print();
        #endregion
    }

    public static void Custom(StreamExecutionEnvironment env)
    {
        #region custom-trigger
        Readings(env)
           .KeyBy(reading => reading.Sensor)
           .Window(TumblingEventTimeWindows.Of(TimeSpan.FromSeconds(20)))
           .Trigger(new AlarmOrEnd(limit: 25))
           .Reduce((left, right) => left.Value > right.Value ? left : right, (sensor, window, highest) =>
               $"{sensor} from {window.Start}: {highest.Value}")
           .Print();
        #endregion
    }

    public static void Evictor(StreamExecutionEnvironment env)
    {
        #region evictor
        Readings(env)
           .KeyBy(reading => reading.Sensor)
           .Window(GlobalWindows.Create())
           .Trigger(CountTrigger.Of(1))
           .Evictor(TimeEvictor.Of(TimeSpan.FromSeconds(8)))   // what is eight seconds older than the latest goes
           .Aggregate(new Mean(), (sensor, _, mean) => $"{sensor}: {mean}")
           .Print();
        #endregion
    }

    #region custom-trigger-class
    // Fires at the first reading above a limit, and at the window's end.
    public sealed class AlarmOrEnd(int limit) : Trigger<Reading, TimeWindow>
    {
        private static readonly ValueStateDescriptor<bool> Alarmed = new("alarmed");

        public override TriggerResult OnElement(Reading reading, long timestampMs, TimeWindow window, ITriggerContext context)
        {
            context.RegisterEventTimeTimer(window.MaxTimestamp);
            var alarmed = context.GetPartitionedState(Alarmed);   // of this key and window
            if (reading.Value <= limit || alarmed.Value)
                return TriggerResult.Continue;

            alarmed.Update(true);
            return TriggerResult.Fire;
        }

        public override TriggerResult OnEventTime(long timeMs, TimeWindow window, ITriggerContext context) => TriggerResult.FireAndPurge;

        public override void Clear(TimeWindow window, ITriggerContext context)
        {
            context.DeleteEventTimeTimer(window.MaxTimestamp);
            context.GetPartitionedState(Alarmed).Clear();
        }
    }
    #endregion
}
