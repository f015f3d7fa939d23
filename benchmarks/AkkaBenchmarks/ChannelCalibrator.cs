namespace Akka.Flink.AkkaBenchmarks;

using System.Threading.Channels;

/// <summary>How fast this machine is now: an unbounded channel, one writer and one reader on threads of the pool.</summary>
internal static class ChannelCalibrator
{
    public const string Unit = "M/s";

    private const int Messages = 5_000_000;

    public static Result Run()
    {
        var rate = Measure.RateAsync(Messages, PassAll).GetAwaiter().GetResult();
        return new Result("Channel, one writer, one reader (the calibrator)", rate / 1e6, Unit);
    }

    private static async Task PassAll()
    {
        var channel = Channel.CreateUnbounded<object>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var message = new object();
        var writer = Task.Run(() =>
        {
            for (var i = 0; i < Messages; i++)
                channel.Writer.TryWrite(message);
            channel.Writer.Complete();
        });

        await Task.Run(async () =>
        {
            while (await channel.Reader.WaitToReadAsync())
            {
                while (channel.Reader.TryRead(out _))
                {
                }
            }
        });
        await writer;
    }
}
