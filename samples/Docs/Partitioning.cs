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

    public static void ToAll(StreamExecutionEnvironment env)
    {
        #region partitioning-all
        env.FromElements("to all", "of them")
           .Broadcast()   // also: Rescale, Shuffle, Forward
           .Map(text => text).SetParallelism(2)
           .Print();
        #endregion
    }

    public static void Chains(StreamExecutionEnvironment env)
    {
        #region chains-and-slots
        env.FromSequence(1, 3).Uid("numbers").SlotSharingGroup("sources")
           .Map(number => number * number).Uid("squares").SlotSharingGroup("default")
           .KeyBy(square => square % 2)
           .Reduce((left, right) => left + right).Uid("sums").SetMaxParallelism(64).DisableChaining()
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
