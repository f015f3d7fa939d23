using Akka.Flink;

public static class Partitionings
{
    public static void Custom(StreamExecutionEnvironment env)
    {
        #region partition-custom
        env.FromSequence(1, 4)
           .PartitionCustom((number, parallelism) => (int)(number % parallelism), number => number)
           .Map(number => number * 10).StartNewChain()
           .Print();
        #endregion
    }

    public static void CoMap(StreamExecutionEnvironment env)
    {
        #region co-map
        var names = env.FromElements("Ann", "Bob");
        var numbers = env.FromElements(1, 2);

        names.Connect(numbers)
           .Map(name => name.Length, number => number * 100)
           .Filter(number => number > 3)
           .Print();
        #endregion
    }
}
