using Akka.Flink;
using Akka.Flink.Functions;
using Akka.Flink.State;
using Akka.Flink.Windowing;
using static WindowKinds;

public static class WindowFunctions
{
    public static void Offset(StreamExecutionEnvironment env)
    {
        #region window-offset
        Readings(env)
           .KeyBy(reading => reading.Sensor)
           .Window(TumblingEventTimeWindows.Of(TimeSpan.FromSeconds(10), offset: TimeSpan.FromSeconds(3)))
           .Aggregate(new Mean(), (sensor, window, mean) => $"{sensor} from {window.Start} to {window.End}: {mean}")
           .Print();
        #endregion
    }

    public static void AggregateProcess(StreamExecutionEnvironment env)
    {
        #region aggregate-process
        Readings(env)
           .KeyBy(reading => reading.Sensor)
           .Window(TumblingEventTimeWindows.Of(TimeSpan.FromSeconds(10)))
           .Aggregate(new Mean(), new WithWatermark())
           .Print();
        #endregion
    }

    public static void State(StreamExecutionEnvironment env)
    {
        #region window-state
        Readings(env)
           .KeyBy(reading => reading.Sensor)
           .Window(TumblingEventTimeWindows.Of(TimeSpan.FromSeconds(10)))
           .Trigger(CountTrigger.Of(1))
           .Process(new Firings())
           .Print();
        #endregion
    }

    public static void ProcessingTime(StreamExecutionEnvironment env)
    {
        #region processing-time-window
        env.FromElements(3, 1, 4, 1)
           .KeyBy(_ => "all")
           .Window(TumblingProcessingTimeWindows.Of(TimeSpan.FromDays(36_500)))   // this century; an hour might end while this runs
           .Trigger(PurgingTrigger.Of(CountTrigger.Of(2)))                        // without it the clock would fire
           .Reduce((left, right) => left + right)
           .Print();
        #endregion
    }

    #region aggregate-process-class
    public sealed class WithWatermark : ProcessWindowFunction<double, string, string, TimeWindow>
    {
        public override void Process(string key, Context context, IEnumerable<double> elements, ICollector<string> output) =>
            output.Collect($"{key} from {context.Window.Start}: {elements.Single()}, at watermark {context.CurrentWatermark}");
    }
    #endregion

    #region window-state-class
    public sealed class Firings : ProcessWindowFunction<Reading, string, string, TimeWindow>
    {
        private static readonly ValueStateDescriptor<int> OfWindow = new("firings");
        private static readonly ValueStateDescriptor<int> OfKey = new("all firings");

        public override void Process(string key, Context context, IEnumerable<Reading> elements, ICollector<string> output)
        {
            var ofWindow = context.WindowState.GetState(OfWindow);
            var ofKey = context.GlobalState.GetState(OfKey);
            ofWindow.Update(ofWindow.Value + 1);
            ofKey.Update(ofKey.Value + 1);
            output.Collect($"{key} from {context.Window.Start}: firing {ofWindow.Value}, {ofKey.Value} of all");
        }

        public override void Clear(Context context) => context.WindowState.GetState(OfWindow).Clear();
    }
    #endregion
}
