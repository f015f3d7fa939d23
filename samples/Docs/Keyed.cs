using Akka.Flink;
using Akka.Flink.Functions;
using Akka.Flink.State;

public static class Keyed
{
    public static void KeyBy(StreamExecutionEnvironment env)
    {
        #region key-by
        env.FromElements(("fruit", 3), ("bread", 1), ("fruit", 4))
           .KeyBy(sale => sale.Item1)
           .Reduce((total, sale) => (total.Item1, total.Item2 + sale.Item2))
           .Print();
        #endregion
    }

    public static void Reduce(StreamExecutionEnvironment env)
    {
        #region reduce
        env.FromElements(new Sale("fruit", 3), new Sale("bread", 1), new Sale("fruit", 4))
           .KeyBy(sale => sale.Shelf)
           .Reduce((largest, sale) => sale.Amount > largest.Amount ? sale : largest)
           .Print();
        #endregion
    }

    public static void Rolling(StreamExecutionEnvironment env)
    {
        #region rolling
        env.FromElements(new Sale("fruit", 3), new Sale("bread", 1), new Sale("fruit", 4))
           .KeyBy(sale => sale.Shelf)
           .Sum(sale => sale.Amount)   // a copy of the key's first record, with the sum in it
           .Print();
        #endregion
    }

    public static void MaxBy(StreamExecutionEnvironment env)
    {
        #region max-by
        env.FromElements(new Sale("fruit", 3), new Sale("bread", 1), new Sale("fruit", 2))
           .KeyBy(sale => sale.Shelf)
           .MaxBy(sale => sale.Amount)   // the whole record that is highest so far
           .Print();
        #endregion
    }

    public static void Process(StreamExecutionEnvironment env)
    {
        #region process
        env.FromElements("a", "b", "a", "a")
           .KeyBy(letter => letter)
           .Process(new Counting())
           .Print();
        #endregion
    }

    public static void Connect(StreamExecutionEnvironment env)
    {
        #region connect
        var sales = env.FromElements(new Sale("fruit", 3), new Sale("bread", 1));
        var prices = env.FromElements(new Price("fruit", 2.5m), new Price("bread", 4m));

        sales.Connect(prices)
             .KeyBy(sale => sale.Shelf, price => price.Shelf)
             .Process(new PriceSales())
             .KeyBy(cost => cost.Shelf)
             .Print();
        #endregion
    }

    public sealed record Sale(string Shelf, int Amount);
    public sealed record Price(string Shelf, decimal Each);
    public sealed record Cost(string Shelf, decimal Total);

    #region process-function
    public sealed class Counting : KeyedProcessFunction<string, string, string>
    {
        private IValueState<int> _count = null!;

        public override void Open(OpenContext context) => _count = RuntimeContext.GetState(new ValueStateDescriptor<int>("count"));

        public override void ProcessElement(string element, Context context, ICollector<string> output)
        {
            _count.Update(_count.Value + 1);
            output.Collect($"{context.CurrentKey}: {_count.Value}");
        }
    }
    #endregion

    #region connect-function
    // Whichever comes first waits for the other.
    public sealed class PriceSales : KeyedCoProcessFunction<string, Sale, Price, Cost>
    {
        private IListState<Sale> _waiting = null!;
        private IValueState<decimal> _price = null!;

        public override void Open(OpenContext context)
        {
            _waiting = RuntimeContext.GetListState(new ListStateDescriptor<Sale>("waiting"));
            _price = RuntimeContext.GetState(new ValueStateDescriptor<decimal>("price"));
        }

        public override void ProcessElement1(Sale sale, Context context, ICollector<Cost> output)
        {
            if (_price.TryGet(out var price))
                output.Collect(new Cost(sale.Shelf, sale.Amount * price));
            else
                _waiting.Add(sale);
        }

        public override void ProcessElement2(Price price, Context context, ICollector<Cost> output)
        {
            _price.Update(price.Each);
            foreach (var sale in _waiting)
                output.Collect(new Cost(sale.Shelf, sale.Amount * price.Each));
            _waiting.Clear();
        }
    }
    #endregion
}
