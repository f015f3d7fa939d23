namespace Akka.Flink;

using Akka.Flink.Sinks;
using Akka.Flink.Functions;
using Akka.Flink.Operators;
using Akka.Flink.State;

/// <summary>A stream of records: each method adds a step to the program and answers with the stream that comes out of it.</summary>
/// <typeparam name="T">The records' type.</typeparam>
/// <remarks><para><b>Threads.</b> Built by one thread.</para><para><b>Flink.</b> <c>DataStream</c>.</para></remarks>
public partial class DataStream<T>
{
    internal DataStream(Transformation<T> transformation) => Transformation = transformation;

    /// <summary>The program that the stream belongs to.</summary>
    public StreamExecutionEnvironment ExecutionEnvironment => Transformation.Environment;

    /// <summary>Where the records come from.</summary>
    internal Transformation<T> Transformation { get; }

    /// <summary>Turns each record into one other.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="map">What becomes of a record.</param>
    /// <returns>The stream of what comes out, with the records' timestamps.</returns>
    public SingleOutputStreamOperator<TOut> Map<TOut>(Func<T, TOut> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Add<TOut>("Map", (context, output) => new MapOperator<T, TOut>(context, output, map));
    }

    /// <summary>Turns each record into one other.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">What becomes of a record; each subtask has a shallow copy.</param>
    /// <returns>The stream of what comes out, with the records' timestamps.</returns>
    /// <remarks><para><b>State.</b> On a keyed stream, a function derived from <see cref="RichFunction"/> may keep keyed
    /// state.</para></remarks>
    public SingleOutputStreamOperator<TOut> Map<TOut>(IMapFunction<T, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return AddKeyed<TOut>("Map", function) ?? Add<TOut>("Map", (context, output) =>
        {
            var own = UserFunction.ForSubtask(function);
            return new MapOperator<T, TOut>(context, output, own.Map, own);
        });
    }

    /// <summary>Turns each record into none, one or many.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="flatMap">Emits what becomes of a record.</param>
    /// <returns>The stream of what comes out, with the records' timestamps.</returns>
    public SingleOutputStreamOperator<TOut> FlatMap<TOut>(Action<T, ICollector<TOut>> flatMap)
    {
        ArgumentNullException.ThrowIfNull(flatMap);
        return Add<TOut>("Flat Map", (context, output) => new FlatMapOperator<T, TOut>(context, output, flatMap));
    }

    /// <summary>Turns each record into none, one or many.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">Emits what becomes of a record; each subtask has a shallow copy.</param>
    /// <returns>The stream of what comes out, with the records' timestamps.</returns>
    /// <remarks><para><b>State.</b> On a keyed stream, a function derived from <see cref="RichFunction"/> may keep keyed
    /// state.</para></remarks>
    public SingleOutputStreamOperator<TOut> FlatMap<TOut>(IFlatMapFunction<T, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return AddKeyed<TOut>("Flat Map", function) ?? Add<TOut>("Flat Map", (context, output) =>
        {
            var own = UserFunction.ForSubtask(function);
            return new FlatMapOperator<T, TOut>(context, output, own.FlatMap, own);
        });
    }

    /// <summary>Keeps the records that a condition holds for.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The stream of these records.</returns>
    public SingleOutputStreamOperator<T> Filter(Func<T, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Add<T>("Filter", (context, output) => new FilterOperator<T>(context, output, condition));
    }

    /// <summary>Keeps the records that a function decides for.</summary>
    /// <param name="function">The function; each subtask has a shallow copy.</param>
    /// <returns>The stream of these records.</returns>
    /// <remarks><para><b>State.</b> On a keyed stream, a function derived from <see cref="RichFunction"/> may keep keyed
    /// state.</para></remarks>
    public SingleOutputStreamOperator<T> Filter(IFilterFunction<T> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return AddKeyed<T>("Filter", function) ?? Add<T>("Filter", (context, output) =>
        {
            var own = UserFunction.ForSubtask(function);
            return new FilterOperator<T>(context, output, own.Filter, own);
        });
    }

    /// <summary>Has a function process each record, with its timestamp, the watermark and side outputs at hand.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="function">The function; each subtask has a shallow copy.</param>
    /// <returns>The stream of what it emits.</returns>
    /// <remarks><para><b>Time.</b> There are no timers; use a <see cref="KeyedProcessFunction{TKey, TIn, TOut}"/> after
    /// <see cref="KeyBy"/>.</para></remarks>
    public SingleOutputStreamOperator<TOut> Process<TOut>(ProcessFunction<T, TOut> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Add<TOut>("Process", (context, output) => new ProcessOperator<T, TOut>(context, output, UserFunction.ForSubtask(function)));
    }

    /// <summary>Divides the stream by key: records of one key go to one subtask, which keeps state and timers for it.</summary>
    /// <typeparam name="TKey">The key's type: a primitive, a string, or a tuple, record or struct of these; see
    /// <see cref="KeyCodecs"/>.</typeparam>
    /// <param name="selector">Gives a record's key; the same whenever it is called.</param>
    /// <returns>The keyed stream.</returns>
    /// <exception cref="StateException"><typeparamref name="TKey"/> cannot be a key, such as an array or a type with reference
    /// equality.</exception>
    public KeyedStream<T, TKey> KeyBy<TKey>(Func<T, TKey> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        KeyCodecs.Check(typeof(TKey));
        return new KeyedStream<T, TKey>(Transformation, selector);
    }

    /// <summary>Puts streams of one type together.</summary>
    /// <param name="others">The other streams.</param>
    /// <returns>The stream of all records, in any order between the streams.</returns>
    /// <remarks><para><b>Time.</b> The watermark is the smallest of those streams that are not idle.</para></remarks>
    /// <exception cref="JobException">The streams belong to different environments.</exception>
    public DataStream<T> Union(params DataStream<T>[] others)
    {
        ArgumentNullException.ThrowIfNull(others);
        foreach (var other in others)
            CheckEnvironment("Union", other.Transformation);
        return new DataStream<T>(new UnionTransformation<T>([Transformation, .. others.Select(other => other.Transformation)]));
    }

    /// <summary>Brings this stream and another one together in one function, each with its own type.</summary>
    /// <typeparam name="TSecond">The type of the other stream.</typeparam>
    /// <param name="second">The other stream.</param>
    /// <returns>Both streams.</returns>
    /// <exception cref="JobException">The streams belong to different environments.</exception>
    public ConnectedStreams<T, TSecond> Connect<TSecond>(DataStream<TSecond> second)
    {
        ArgumentNullException.ThrowIfNull(second);
        CheckEnvironment("Connect", second.Transformation);
        return new ConnectedStreams<T, TSecond>(this, second);
    }

    /// <summary>Gives records timestamps and makes watermarks. What the source made is replaced.</summary>
    /// <param name="strategy">How.</param>
    /// <returns>The stream of the same records.</returns>
    /// <exception cref="JobException">The strategy has sources wait for each other; this is not a source.</exception>
    public SingleOutputStreamOperator<T> AssignTimestampsAndWatermarks(WatermarkStrategy<T> strategy)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        if (strategy.Alignment is { } alignment)
            throw OperatorErrors.AlignmentNeedsSource(alignment.Group);
        return Add<T>("Timestamps/Watermarks", (context, output) => new TimestampsAndWatermarksOperator<T>(context, output, strategy));
    }

    /// <summary>Writes the stream to a sink.</summary>
    /// <param name="sink">The sink.</param>
    /// <returns>The sink in the program, to be given a name or uid.</returns>
    public DataStreamSink<T> SinkTo(ISink<T> sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        return new DataStreamSink<T>(
            new OperatorNode<T>(ExecutionEnvironment, "Sink", new SinkFactory<T>(sink) { Input = Transformation }));
    }

    /// <summary>Writes each record as a line to the console.</summary>
    /// <param name="prefix">What goes before each line; null for nothing.</param>
    /// <returns>The sink in the program.</returns>
    /// <remarks><para><b>Output.</b> Above parallelism 1 the subtask's number, from 1, goes before the line.</para></remarks>
    public DataStreamSink<T> Print(string? prefix = null) => SinkTo(new PrintSink<T>(prefix)).Name("Print to Std. Out");

    /// <summary>Has the next step's subtasks take records in turn.</summary>
    /// <returns>The stream, dealt out in that way.</returns>
    public DataStream<T> Rebalance() => Partition(PartitioningKind.Rebalance);

    /// <summary>Has each subtask send its records to some of the next step's subtasks in turn, so that each sends to, or receives from,
    /// as few
    /// as possible.</summary>
    /// <returns>The stream, dealt out in that way.</returns>
    /// <remarks><para><b>Output.</b> From 2 to 6 subtasks: each sends to 3 of its own. From 6 to 2: each receives from 3. Subtasks that
    /// send
    /// more than others are not evened out, as <see cref="Rebalance"/> does.</para></remarks>
    public DataStream<T> Rescale() => Partition(PartitioningKind.Rescale);

    /// <summary>Has a partitioner choose which of the next step's subtasks takes a record.</summary>
    /// <typeparam name="TKey">What the partitioner looks at.</typeparam>
    /// <param name="partitioner">Chooses; each sending subtask has a shallow copy.</param>
    /// <param name="selector">Gives what it looks at of a record.</param>
    /// <returns>The stream, dealt out in that way.</returns>
    /// <example><code source="samples/Docs/Partitioning.cs" region="partition-custom" /></example>
    public DataStream<T> PartitionCustom<TKey>(IPartitioner<TKey> partitioner, Func<T, TKey> selector)
    {
        ArgumentNullException.ThrowIfNull(partitioner);
        ArgumentNullException.ThrowIfNull(selector);
        return new DataStream<T>(new PartitionTransformation<T>(Transformation, new CustomPartitioning<T, TKey>(partitioner, selector)));
    }

    /// <summary>Has a partitioner choose which of the next step's subtasks takes a record.</summary>
    /// <typeparam name="TKey">What the partitioner looks at.</typeparam>
    /// <param name="partition">Chooses a subtask, of what it looks at and how many there are.</param>
    /// <param name="selector">Gives what it looks at of a record.</param>
    /// <returns>The stream, dealt out in that way.</returns>
    public DataStream<T> PartitionCustom<TKey>(Func<TKey, int, int> partition, Func<T, TKey> selector)
    {
        ArgumentNullException.ThrowIfNull(partition);
        return PartitionCustom(new LambdaPartitioner<TKey>(partition), selector);
    }

    /// <summary>Has the next step's subtasks take records at random.</summary>
    /// <returns>The stream, dealt out in that way.</returns>
    public DataStream<T> Shuffle() => Partition(PartitioningKind.Shuffle);

    /// <summary>Has each of the next step's subtasks take all records.</summary>
    /// <returns>The stream, dealt out in that way.</returns>
    public DataStream<T> Broadcast() => Partition(PartitioningKind.Broadcast);

    /// <summary>Has each of the next step's subtasks take the records of this step's subtask with the same number. Both must be equally
    /// parallel.</summary>
    /// <returns>The stream, dealt out in that way.</returns>
    public DataStream<T> Forward() => Partition(PartitioningKind.Forward);

    /// <summary>Has the first of the next step's subtasks take all records.</summary>
    /// <returns>The stream, dealt out in that way.</returns>
    public DataStream<T> Global() => Partition(PartitioningKind.Global);

    /// <summary>Adds a step by the operator that it is made of.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="name">The step's name.</param>
    /// <param name="create">Makes the operator of one subtask.</param>
    internal SingleOutputStreamOperator<TOut> Add<TOut>(
        string name, Func<OperatorContext, Output<TOut>, OneInputOperator<T, TOut>> create) =>
        new(new OperatorNode<TOut>(ExecutionEnvironment, name, new LambdaFactory<T, TOut>(create) { Input = Transformation }));

    /// <summary>Adds a map, flat map or filter function so that it has keyed state; null where the stream is not keyed.</summary>
    /// <typeparam name="TOut">The type of what comes out.</typeparam>
    /// <param name="name">The step's name.</param>
    /// <param name="function">The function.</param>
    private protected virtual SingleOutputStreamOperator<TOut>? AddKeyed<TOut>(string name, IFunction function) => null;

    private protected void CheckEnvironment(string operation, Transformation other)
    {
        if (other.Environment != Transformation.Environment)
            throw OperatorErrors.DifferentEnvironments(operation);
    }

    private DataStream<T> Partition(PartitioningKind kind) =>
        new(new PartitionTransformation<T>(Transformation, new Partitioning<T>(kind)));
}
