using Akka.Flink;
using Akka.Flink.Functions;

public static class Basic
{
    public static void Map(StreamExecutionEnvironment env)
    {
        #region map
        env.FromElements(1, 2, 3)
           .Map(number => number * 10)
           .Print();
        #endregion
    }

    public static void Filter(StreamExecutionEnvironment env)
    {
        #region filter
        env.FromSequence(1, 6)
           .Filter(number => number % 2 == 0)
           .Print();
        #endregion
    }

    public static void FlatMap(StreamExecutionEnvironment env)
    {
        #region flat-map
        env.FromElements("to be", "or not")
           .FlatMap<string>((line, output) =>
           {
               foreach (var word in line.Split(' '))
                   output.Collect(word);
           })
           .Print();
        #endregion
    }

    public static void Union(StreamExecutionEnvironment env)
    {
        #region union
        var first = env.FromElements("a", "b");
        var second = env.FromElements("c");

        first.Union(second)
             .Map(letter => letter.ToUpperInvariant())
             .Print();
        #endregion
    }

    public static void SideOutput(StreamExecutionEnvironment env)
    {
        #region side-output
        var split = env.FromElements(5, -3, 8)
                       .Process(new SplitBySign());

        split.Print();
        split.GetSideOutput(SplitBySign.Negative).Print("negative");
        #endregion
    }

    public static void Partitioning(StreamExecutionEnvironment env)
    {
        #region partitioning
        env.FromSequence(1, 4)
           .Rebalance()   // in turn to all subtasks of the next operator
           .Map(number => number * number).SetParallelism(2)
           .Global()      // all to its first subtask
           .Filter(square => square > 10)
           .Print();
        #endregion
    }

    #region side-output-function
    public sealed class SplitBySign : ProcessFunction<int, int>
    {
        public static readonly OutputTag<int> Negative = new("negative");

        public override void ProcessElement(int element, Context context, ICollector<int> output)
        {
            if (element < 0)
                context.Output(Negative, element);
            else
                output.Collect(element);
        }
    }
    #endregion
}
