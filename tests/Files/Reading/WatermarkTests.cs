namespace Akka.Flink.Files.Tests.Reading;

using System.Globalization;
using Akka.Flink.Connectors.Files;
using Akka.Flink.Operators;
using Akka.Flink.Sinks;
using Akka.Flink.Windowing;

public sealed class WatermarkTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Go_on_with_each_file_after_the_one_before()
    {
        for (var file = 0; file < 5; file++)
            _folder.Write($"{file}.txt", string.Concat(Enumerable.Range(file * 10, 10).Select(number => $"{number}\n")));
        var fired = new CollectSink<string>();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment
            .FromSource(FileSource.ForLines(_folder.Path).Build(), WatermarkStrategy.ForMonotonousTimestamps<string>()
                .WithTimestampAssigner((line, _) => long.Parse(line, CultureInfo.InvariantCulture)), "input")
            .KeyBy(_ => "all")
            .Window(TumblingEventTimeWindows.Of(TimeSpan.FromMilliseconds(10)))
            .Reduce((left, right) => $"{left} {right}")
            .SinkTo(fired);
        var driver = new SynchronousDriver(environment.CreateJobGraph());

        var firedBeforeTheEnd = 0;
        for (var now = 1L; !driver.IsFinished; now++)
        {
            firedBeforeTheEnd = fired.Values.Count;
            driver.Step();
            driver.SetProcessingTime(now * 1_000);
        }

        Assert.Equal(5, fired.Values.Count);
        Assert.Equal(4, firedBeforeTheEnd);
    }
}
