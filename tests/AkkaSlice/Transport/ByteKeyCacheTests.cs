namespace Akka.Flink.AkkaSlice.Tests.Transport;

using System.Text;
using Akka.Remote.Transport;

public class ByteKeyCacheTests
{
    [Fact]
    public void What_it_knows_is_what_was_last_set_and_what_was_removed_it_does_not_know()
    {
        var cache = new ByteKeyCache<string>(16);
        var model = new Dictionary<string, string>();
        var random = new Random(5);
        var hits = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var key = $"a key of some length {random.Next(40)}";
            var bytes = Encoding.UTF8.GetBytes(key);
            switch (random.Next(4))
            {
                case 0:
                    cache.Set(bytes, model[key] = $"{i}");
                    break;
                case 1 when random.Next(8) == 0:
                    cache.Remove(bytes);
                    model.Remove(key);
                    break;
                default:
                    if (cache.TryGet(bytes, out var value))
                    {
                        hits++;
                        Assert.Equal(model[key], value);
                    }

                    break;
            }
        }

        Assert.InRange(hits, 1_000, 20_000);
    }
}
