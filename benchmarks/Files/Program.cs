using System.Diagnostics;
using System.Globalization;
using Akka.Flink.FileBenchmarks;

// FileBenchmarks [LINES]: reads a file of JSON lines by a loop and by the source, in turn, and prints the ratio.
const int Pairs = 5;
var lines = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 500_000;
var path = Path.GetTempFileName();
try
{
    AccessFile.Write(path, lines);
    Console.WriteLine($"{"file",-6} {"lines",10} {"loop ns",8} {"ns",8} {"lines/s",10} {"ratio",6}");
    var isRight = Compare("json", Readings.Loop, Readings.Source) & Compare("text", Readings.LinesLoop, Readings.LinesSource);
    return isRight ? 0 : 1;
}
finally
{
    File.Delete(path);
}

bool Compare(string name, Func<string, long> loop, Func<string, long> source)
{
    var expected = loop(path);
    var isRight = source(path) == expected;
    var (loops, sources) = (new double[Pairs], new double[Pairs]);
    for (var i = 0; i < Pairs; i++)
    {
        loops[i] = Measure(loop, expected, ref isRight);
        sources[i] = Measure(source, expected, ref isRight);
    }

    var (loopNs, sourceNs) = (Median(loops), Median(sources));
    Console.WriteLine(
        $"{name,-6} {lines,10:N0} {loopNs,8:0} {sourceNs,8:0} {1e9 / sourceNs,10:N0} {loopNs / sourceNs,6:0.00} " +
        (isRight ? "right" : "WRONG"));
    return isRight;
}

double Measure(Func<string, long> read, long expected, ref bool isRight)
{
    var started = Stopwatch.GetTimestamp();
    isRight &= read(path) == expected;
    return Stopwatch.GetElapsedTime(started).TotalNanoseconds / lines;
}

static double Median(double[] values)
{
    Array.Sort(values);
    return values[values.Length / 2];
}
