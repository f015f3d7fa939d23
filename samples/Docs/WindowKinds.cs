using Akka.Flink;
using Akka.Flink.Functions;
using Akka.Flink.Windowing;

public static class WindowKinds
{
    public static void Tumbling(StreamExecutionEnvironment env)
    {
        #region tumbling
        Readings(env)
           .KeyBy(reading => reading.Sensor)
           .Window(TumblingEventTimeWindows.Of(TimeSpan.FromSeconds(10)))
           .Aggregate(new Mean(), (sensor, window, mean) => $"{sensor} from {window.Start} to {window.End}: {mean}")
           .Print();
        #endregion
    }

    public static void Sliding(StreamExecutionEnvironment env)
    {
        #region sliding
        Readings(env)
           .KeyBy(reading => reading.Sensor)
           .Window(SlidingEventTimeWindows.Of(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(5)))
           .Reduce((left, right) => left.Value > right.Value ? left : right, (sensor, window, highest) =>
               $"{sensor} from {window.Start}: {highest.Value}")
           .Print();
        #endregion
    }

    public static void Session(StreamExecutionEnvironment env)
    {
        #region session
        Readings(env)
           .KeyBy(reading => reading.Sensor)
           .Window(EventTimeSessionWindows.WithGap(TimeSpan.FromSeconds(5)))
           .Aggregate(new Mean(), (sensor, window, mean) => $"{sensor} from {window.Start} to {window.End}: {mean}")
           .Print();
        #endregion
    }

    public static void Lateness(StreamExecutionEnvironment env)
    {
        #region lateness
        var tooLate = new OutputTag<Reading>("too-late");
        var readings = Readings(
            env, new Reading("a", 1, 12_000), new Reading("a", 5, 3_000), new Reading("a", 1, 30_000), new Reading("a", 9, 4_000));
        var means = readings
           .KeyBy(reading => reading.Sensor)
           .Window(TumblingEventTimeWindows.Of(TimeSpan.FromSeconds(10)))
           .AllowedLateness(TimeSpan.FromSeconds(5))
           .SideOutputLateData(tooLate)
           .Aggregate(new Mean(), (sensor, window, mean) => $"{sensor} from {window.Start}: {mean}");

        means.Print();
        means.GetSideOutput(tooLate).Print("too late");
        #endregion
    }

    public static void ProcessWindow(StreamExecutionEnvironment env)
    {
        #region process-window
        Readings(env)
           .KeyBy(reading => reading.Sensor)
           .Window(TumblingEventTimeWindows.Of(TimeSpan.FromSeconds(10)))
           .Process(new Spread())
           .Print();
        #endregion
    }

    public static void DynamicSession(StreamExecutionEnvironment env)
    {
        #region dynamic-session
        Readings(env)
           .KeyBy(reading => reading.Sensor)
           .Window(EventTimeSessionWindows.WithDynamicGap<Reading>(reading => TimeSpan.FromMilliseconds(300 * reading.Value)))
           .Aggregate(new Mean(), (sensor, window, mean) => $"{sensor} from {window.Start} to {window.End}: {mean}")
           .Print();
        #endregion
    }

    public static void GlobalWindow(StreamExecutionEnvironment env)
    {
        #region global-window
        Readings(env)
           .KeyBy(reading => reading.Sensor)
           .Window(GlobalWindows.CreateWithEndOfStreamTrigger())
           .Aggregate(new Mean(), (sensor, _, mean) => $"{sensor}: {mean}")
           .Print();
        #endregion
    }

    public static void CountWindow(StreamExecutionEnvironment env)
    {
        #region count-window
        Readings(env)
           .KeyBy(reading => reading.Sensor)
           .CountWindow(size: 2, slide: 1)   // the last two readings, at each reading
           .Aggregate(new Mean(), (sensor, _, mean) => $"{sensor}: {mean}")
           .Print();
        #endregion
    }

    public static void WindowAll(StreamExecutionEnvironment env)
    {
        #region window-all
        Readings(env, new Reading("a", 10, 1_000), new Reading("b", 25, 2_000), new Reading("a", 30, 11_000))
           .WindowAll(TumblingEventTimeWindows.Of(TimeSpan.FromSeconds(10)))
           .Process(new Highest())
           .Print();
        #endregion
    }

    public static void IntervalJoin(StreamExecutionEnvironment env)
    {
        #region interval-join
        var readings = Readings(env).KeyBy(reading => reading.Sensor);
        var alarms = Readings(env, new Reading("a", 99, 4_000), new Reading("a", 98, 30_000)).KeyBy(alarm => alarm.Sensor);

        alarms.IntervalJoin(readings)
              .Between(TimeSpan.FromSeconds(-5), TimeSpan.Zero)   // readings of the five seconds before an alarm
              .Process(new AlarmWithReading())
              .Print();
        #endregion
    }

    public sealed record Reading(string Sensor, int Value, long At);

    #region readings
    // Sensor a at 1, 4, 11 and 20 seconds.
    public static DataStream<Reading> Readings(StreamExecutionEnvironment env) => Readings(
        env, new Reading("a", 10, 1_000), new Reading("a", 20, 4_000), new Reading("a", 30, 11_000), new Reading("a", 40, 20_000));

    public static DataStream<Reading> Readings(StreamExecutionEnvironment env, params Reading[] readings) => env
        .FromCollection(readings)
        .AssignTimestampsAndWatermarks(WatermarkStrategy
            .ForGenerator(() => new AfterEachReading())
            .WithTimestampAssigner((reading, _) => reading.At));
    #endregion

    #region punctuated
    // A watermark behind each reading. ForMonotonousTimestamps and ForBoundedOutOfOrderness make one each 200 ms.
    public sealed class AfterEachReading : IWatermarkGenerator<Reading>
    {
        public void OnEvent(Reading reading, long timestampMs, IWatermarkOutput output) => output.EmitWatermark(timestampMs - 1);

        public void OnPeriodicEmit(IWatermarkOutput output)
        {
        }
    }
    #endregion

    #region aggregate-function
    public sealed class Mean : IAggregateFunction<Reading, (long Sum, int Count), double>
    {
        public (long Sum, int Count) CreateAccumulator() => (0, 0);

        public (long Sum, int Count) Add(Reading reading, (long Sum, int Count) mean) => (mean.Sum + reading.Value, mean.Count + 1);

        public double GetResult((long Sum, int Count) mean) => (double)mean.Sum / mean.Count;

        public (long Sum, int Count) Merge((long Sum, int Count) left, (long Sum, int Count) right) =>
            (left.Sum + right.Sum, left.Count + right.Count);
    }
    #endregion

    #region process-window-function
    public sealed class Spread : ProcessWindowFunction<Reading, string, string, TimeWindow>
    {
        public override void Process(string key, Context context, IEnumerable<Reading> elements, ICollector<string> output)
        {
            var values = elements.Select(reading => reading.Value).ToList();
            output.Collect($"{key} from {context.Window.Start}: {values.Min()} to {values.Max()}");
        }
    }
    #endregion

    #region window-all-function
    public sealed class Highest : ProcessAllWindowFunction<Reading, string, TimeWindow>
    {
        public override void Process(Context context, IEnumerable<Reading> elements, ICollector<string> output)
        {
            var highest = elements.MaxBy(reading => reading.Value)!;
            output.Collect($"highest from {context.Window.Start}: {highest.Value} of {highest.Sensor}");
        }
    }
    #endregion

    #region join-function
    public sealed class AlarmWithReading : ProcessJoinFunction<Reading, Reading, string>
    {
        public override void ProcessElement(Reading alarm, Reading reading, Context context, ICollector<string> output) =>
            output.Collect($"alarm {alarm.Value} with reading {reading.Value}");
    }
    #endregion
}
