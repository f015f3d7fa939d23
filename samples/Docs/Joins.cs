using Akka.Flink;
using Akka.Flink.Windowing;
using static WindowKinds;

public static class Joins
{
    public static void Late(StreamExecutionEnvironment env)
    {
        #region interval-join-late
        var tooLate = new OutputTag<Reading>("too-late");
        var readings = Readings(env).KeyBy(reading => reading.Sensor);
        var alarms = Readings(env, new Reading("a", 99, 4_000), new Reading("a", 98, 30_000)).KeyBy(alarm => alarm.Sensor);

        var pairs = alarms.IntervalJoin(readings)
           .Between(TimeSpan.FromSeconds(-5), TimeSpan.Zero)
           .UpperBoundExclusive()   // not the reading of the same moment
           .SideOutputLeftLateData(tooLate)
           .Process(new AlarmWithReading());

        pairs.Print();
        pairs.GetSideOutput(tooLate).Print("alarm too late");
        #endregion
    }

    public static void WindowJoin(StreamExecutionEnvironment env)
    {
        #region window-join
        var readings = Readings(env);
        var alarms = Readings(env, new Reading("a", 99, 4_000), new Reading("a", 98, 30_000));

        alarms.Join(readings)
              .Where(alarm => alarm.Sensor)
              .EqualTo(reading => reading.Sensor)
              .Window(TumblingEventTimeWindows.Of(TimeSpan.FromSeconds(10)))
              .Apply((alarm, reading) => $"alarm {alarm.Value} in the window of reading {reading.Value}")
              .Print();
        #endregion
    }

    public static void CoGroup(StreamExecutionEnvironment env)
    {
        #region co-group
        var readings = Readings(env);
        var alarms = Readings(env, new Reading("a", 99, 4_000), new Reading("a", 98, 30_000));

        readings.CoGroup(alarms)
                .Where(reading => reading.Sensor)
                .EqualTo(alarm => alarm.Sensor)
                .Window(TumblingEventTimeWindows.Of(TimeSpan.FromSeconds(10)))
                .Apply<string>((found, raised, output) => output.Collect($"{found.Count()} readings, {raised.Count()} alarms"))
                .Print();
        #endregion
    }
}
