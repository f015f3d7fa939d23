using Akka.Flink;
using Akka.Flink.Functions;
using Akka.Flink.State;
using static Keyed;
using static WindowKinds;

public static class ProcessFunctions
{
    public static void RichFunctions(StreamExecutionEnvironment env)
    {
        #region rich-function
        env.FromElements("to", "be", "or")
           .Map(new Numbered())
           .Print();
        #endregion
    }

    public static void Timers(StreamExecutionEnvironment env)
    {
        #region timers
        Readings(env, new Reading("a", 1, 1_000), new Reading("b", 1, 8_000), new Reading("a", 1, 9_000), new Reading("b", 1, 30_000))
           .KeyBy(reading => reading.Sensor)
           .Process(new Silence())
           .Print();
        #endregion
    }

    public static void TimeToLive(StreamExecutionEnvironment env)
    {
        #region time-to-live
        env.FromElements("a", "b", "a", "a")
           .KeyBy(letter => letter)
           .Process(new OnceAnHour())
           .Print();
        #endregion
    }

    public static void CoFlatMap(StreamExecutionEnvironment env)
    {
        #region co-flat-map
        var lines = env.FromElements("to be", "or not");
        var numbers = env.FromElements(3);

        lines.Connect(numbers)
             .FlatMap(new WordsAndStars())
             .Print();
        #endregion
    }

    public static void CoProcess(StreamExecutionEnvironment env)
    {
        #region co-process
        var merged = env.FromElements(new Sale("fruit", 3))
                        .Connect(env.FromElements(new Price("fruit", 2.5m)))
                        .Process(new SalesBesidePrices());

        merged.Print("sale");
        merged.GetSideOutput(SalesBesidePrices.Prices).Print("price");
        #endregion
    }

    #region rich-function-class
    public sealed class Numbered : RichFunction, IMapFunction<string, string>
    {
        private Counter _seen = null!;

        public override void Open(OpenContext context) => _seen = RuntimeContext.Counter("seen");   // one that metrics show

        public string Map(string word)
        {
            _seen.Inc();
            return $"{_seen.Count}: {word}";
        }
    }
    #endregion

    #region timers-class
    // Says so when a sensor has been silent for five seconds.
    public sealed class Silence : KeyedProcessFunction<string, Reading, string>
    {
        private IValueState<long> _timer = null!;

        public override void Open(OpenContext context) => _timer = RuntimeContext.GetState(new ValueStateDescriptor<long>("timer"));

        public override void ProcessElement(Reading reading, Context context, ICollector<string> output)
        {
            if (_timer.TryGet(out var before))
                context.TimerService.DeleteEventTimeTimer(before);

            var timer = (reading.At + 5_999) / 1_000 * 1_000;   // up to a full second: many readings, one timer
            context.TimerService.RegisterEventTimeTimer(timer);
            _timer.Update(timer);
        }

        public override void OnTimer(long timestamp, OnTimerContext context, ICollector<string> output)
        {
            output.Collect($"{context.CurrentKey} is silent at {timestamp}");
            _timer.Clear();
        }
    }
    #endregion

    #region time-to-live-class
    public sealed class OnceAnHour : KeyedProcessFunction<string, string, string>
    {
        private IValueState<bool> _seen = null!;

        public override void Open(OpenContext context) => _seen = RuntimeContext.GetState(
            new ValueStateDescriptor<bool>("seen") { TimeToLive = StateTtlConfig.Of(TimeSpan.FromHours(1)) });

        public override void ProcessElement(string letter, Context context, ICollector<string> output)
        {
            if (_seen.Value)
                return;

            _seen.Update(true);
            output.Collect(letter);
        }
    }
    #endregion

    #region co-flat-map-class
    public sealed class WordsAndStars : ICoFlatMapFunction<string, int, string>
    {
        public void FlatMap1(string line, ICollector<string> output)
        {
            foreach (var word in line.Split(' '))
                output.Collect(word);
        }

        public void FlatMap2(int number, ICollector<string> output) => output.Collect(new string('*', number));
    }
    #endregion

    #region co-process-class
    public sealed class SalesBesidePrices : CoProcessFunction<Sale, Price, Sale>
    {
        public static readonly OutputTag<Price> Prices = new("prices");

        public override void ProcessElement1(Sale sale, Context context, ICollector<Sale> output) => output.Collect(sale);

        public override void ProcessElement2(Price price, Context context, ICollector<Sale> output) => context.Output(Prices, price);
    }
    #endregion
}
