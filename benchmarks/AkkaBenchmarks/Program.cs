using Akka.Flink.AkkaBenchmarks;

// Prints the speed of Akka beneath the engine as a table, beside a calibrator that knows no actors, all in one run.
var folder = Path.Combine("artifacts", "bench", Environment.ProcessId.ToString());
Directory.CreateDirectory(folder);
try
{
    var table = new ResultTable();
    table.Print(ChannelCalibrator.Run());
    table.Print(await TellThroughput.Run(newObjectEach: false));
    table.Print(await TellThroughput.Run(newObjectEach: true));
    foreach (var result in await RemoteThroughput.Run())
        table.Print(result);
    table.Print(await ShardingThroughput.Run());
    foreach (var result in DiskCalibrator.Run(folder))
        table.Print(result);
    foreach (var synchronous in (string[])["normal", "full"])
    {
        table.Print(await PersistThroughput.RunAsync(folder, synchronous));
        table.Print(await PersistThroughput.RunOneByOne(folder, synchronous));
    }

    foreach (var synchronous in (string[])["normal", "full"])
    {
        foreach (var result in await ChunkWriting.Run(folder, synchronous))
            table.Print(result);
    }

    table.PrintLegend();
}
finally
{
    Directory.Delete(folder, recursive: true);
}
