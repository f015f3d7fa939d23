namespace Akka.Flink.Kafka.Tests;

using System.Reflection;
using System.Runtime.Loader;
using Akka.Flink.Connectors.Kafka;

public class NativeLibraryTests
{
    [Fact]
    public void Says_what_to_install_or_to_set_where_the_library_is_not_found()
    {
        const string path = "/nowhere/librdkafka.so";

        var failure = Assert.IsType<JobException>(LoadAnew(path));

        Assert.Equal(ErrorDomain.Definition, failure.Domain);
        Assert.Contains($"could not be loaded from '{path}'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Install the package 'librdkafka'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'akka.flink.connectors.kafka.librdkafka'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("AKKA_FLINK_LIBRDKAFKA", failure.Message, StringComparison.Ordinal);
    }

    // A library is loaded once for a process: the connector is loaded a second time, apart from the one that other tests use.
    private static Exception? LoadAnew(string path)
    {
        var context = new AssemblyLoadContext("without library");
        context.LoadFromAssemblyPath(typeof(Confluent.Kafka.Library).Assembly.Location);
        var connector = context.LoadFromAssemblyPath(typeof(KafkaSource).Assembly.Location);
        var search = connector.GetType(typeof(NativeLibrarySearch).FullName!, throwOnError: true)!;
        var load = search.GetMethod(nameof(NativeLibrarySearch.Load))!;
        return Record.Exception(() => load.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [path], null));
    }
}
