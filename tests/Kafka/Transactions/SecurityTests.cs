namespace Akka.Flink.Kafka.Tests.Transactions;

using Akka.Flink.Connectors.Kafka;
using Akka.Flink.Formats;
using Akka.Flink.Kafka.Tests.Cluster;

public class SecurityTests
{
    [KafkaFact]
    public void Transactions_are_committed_over_TLS_and_with_every_mechanism_that_is_offered()
    {
        using var broker = new SecuredBroker();
        foreach (var mechanism in new[] { "PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512" })
        {
            KafkaTransaction[] prepared;
            using (var killed = new SinkRun(Sink(broker, mechanism).Build()).Open())
            {
                killed.Write(mechanism);
                prepared = killed.Prepare();
            }

            using var restored = new SinkRun(Sink(broker, mechanism).Build()).Open(prepared);

            Assert.Equal(1, restored.Context["transactionsCommitted"]);
        }

        RefusesAWrongPassword(broker);
        RefusesACertificateThatNobodySigned(broker);
    }

    private static void RefusesAWrongPassword(SecuredBroker broker)
    {
        foreach (var mechanism in new[] { "PLAIN", "SCRAM-SHA-256" })
        {
            using var run = new SinkRun(Sink(broker, mechanism).Property("sasl.password", "wrong").Build());

            var failure = Assert.Throws<JobException>(() => run.Open());

            Assert.Equal(ErrorDomain.Definition, failure.Domain);
            Assert.Contains("Check the credentials", failure.Message, StringComparison.Ordinal);
        }
    }

    private static void RefusesACertificateThatNobodySigned(SecuredBroker broker)
    {
        var properties = new Dictionary<string, string>
        {
            ["bootstrap.servers"] = broker.Address, ["security.protocol"] = "sasl_ssl", ["sasl.mechanism"] = "PLAIN",
            ["sasl.username"] = SecuredBroker.User, ["sasl.password"] = SecuredBroker.Password,
        };
        var coordinators = new TransactionCoordinators(properties, TimeSpan.FromSeconds(10), CancellationToken.None);

        var failure = Assert.Throws<JobException>(() => coordinators.ListOngoing());

        Assert.Contains("TLS with 127.0.0.1 failed", failure.Message, StringComparison.Ordinal);
        properties["enable.ssl.certificate.verification"] = "false";
        Assert.Empty(new TransactionCoordinators(properties, TimeSpan.FromSeconds(10), CancellationToken.None).ListOngoing());
    }

    private static KafkaSinkBuilder<string> Sink(SecuredBroker broker, string mechanism) => KafkaSink.Builder<string>()
        .BootstrapServers(broker.Address).Topic("pages").ValueFormat(RawFormat.Text)
        .DeliveryGuarantee(DeliveryGuarantee.ExactlyOnce).TransactionalIdPrefix($"secured-{mechanism}")
        .Property("security.protocol", "sasl_ssl").Property("ssl.ca.location", broker.Authority)
        .Property("sasl.mechanism", mechanism)
        .Property("sasl.username", SecuredBroker.User).Property("sasl.password", SecuredBroker.Password);
}
