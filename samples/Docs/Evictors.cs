using Akka.Flink;
using Akka.Flink.Windowing;
using static WindowKinds;

public static class Evictors
{
    public static void Count(StreamExecutionEnvironment env)
    {
        #region count-evictor
        Readings(env)
           .KeyBy(reading => reading.Sensor)
           .Window(GlobalWindows.Create())
           .Trigger(CountTrigger.Of(2))
           .Evictor(CountEvictor.Of(3))   // the last three readings, at every second one
           .Aggregate(new Mean(), (sensor, _, mean) => $"{sensor}: {mean}")
           .Print();
        #endregion
    }

    public static void Delta(StreamExecutionEnvironment env)
    {
        #region delta-evictor
        Readings(env)
           .KeyBy(reading => reading.Sensor)
           .Window(GlobalWindows.Create())
           .Trigger(CountTrigger.Of(1))
           .Evictor(DeltaEvictor.Of<Reading, GlobalWindow>(15, (each, last) => last.Value - each.Value))
           .Aggregate(new Mean(), (sensor, _, mean) => $"{sensor}: {mean}")
           .Print();
        #endregion
    }

    public static void Custom(StreamExecutionEnvironment env)
    {
        #region custom-evictor
        Readings(env)
           .KeyBy(reading => reading.Sensor)
           .Window(GlobalWindows.CreateWithEndOfStreamTrigger())
           .Evictor(new WithoutLowest())
           .Aggregate(new Mean(), (sensor, _, mean) => $"{sensor}: {mean}")
           .Print();
        #endregion
    }

    #region custom-evictor-class
    public sealed class WithoutLowest : Evictor<Reading, GlobalWindow>
    {
        public override void EvictBefore(WindowElements<Reading> elements, GlobalWindow window, IEvictorContext context)
        {
            var lowest = elements.Min(element => element.Value.Value);
            elements.RemoveAll(element => element.Value.Value == lowest);
        }
    }
    #endregion
}
