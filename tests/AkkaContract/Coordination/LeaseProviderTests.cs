namespace Akka.Flink.AkkaContract.Tests.Coordination;

using Akka.Actor;
using Akka.Configuration;
using Akka.Coordination;
using Akka.Flink.AkkaContract.Tests.Support;

/// <summary>How leases are found and made.</summary>
public class LeaseProviderTests() : ContractTest("""
    contract {
      lease {
        lease-class = "Akka.Flink.AkkaContract.Tests.Coordination.RecordedLease, Akka.Flink.AkkaContract.Tests"
        heartbeat-timeout = 10s
        heartbeat-interval = 2s
        color = green
      }
      lease-with-system {
        lease-class = "Akka.Flink.AkkaContract.Tests.Coordination.LeaseWithSystem, Akka.Flink.AkkaContract.Tests"
      }
      no-class { color = red }
      no-lease.lease-class = "System.String"
      no-constructor.lease-class = "Akka.Flink.AkkaContract.Tests.Coordination.LeaseWithoutConstructor, Akka.Flink.AkkaContract.Tests"
      hasty {
        lease-class = "Akka.Flink.AkkaContract.Tests.Coordination.RecordedLease, Akka.Flink.AkkaContract.Tests"
        heartbeat-timeout = 10s
        heartbeat-interval = 6s
      }
    }
    """)
{
    [Fact]
    public void A_lease_is_made_of_the_class_and_with_the_settings_of_its_section()
    {
        var settings = Get("contract.lease").Settings;

        Assert.Equal("name", settings.LeaseName);
        Assert.Equal("owner", settings.OwnerName);
        Assert.Equal(TimeSpan.FromSeconds(10), settings.TimeoutSettings.HeartbeatTimeout);
        Assert.Equal(TimeSpan.FromSeconds(2), settings.TimeoutSettings.HeartbeatInterval);
        Assert.Equal("green", settings.LeaseConfig.GetString("color"));
    }

    [Fact]
    public void What_a_section_does_not_say_comes_from_the_defaults()
    {
        Assert.Equal(TimeSpan.FromSeconds(5), Get("contract.lease").Settings.TimeoutSettings.OperationTimeout);
        Assert.Equal(TimeSpan.FromSeconds(120), Get("contract.lease-with-system").Settings.TimeoutSettings.HeartbeatTimeout);
    }

    [Fact]
    public void A_lease_may_ask_for_the_system() =>
        Assert.Same(Sys, Assert.IsType<LeaseWithSystem>(Get("contract.lease-with-system")).System);

    [Fact]
    public void The_same_lease_is_made_once()
    {
        Assert.Same(Get("contract.lease"), Get("contract.lease"));
        Assert.NotSame(Get("contract.lease"), LeaseProvider.Get(Sys).GetLease("name", "contract.lease", "another owner"));
        Assert.NotSame(Get("contract.lease"), LeaseProvider.Get(Sys).GetLease("another name", "contract.lease", "owner"));
    }

    [Theory]
    [InlineData("contract.no-class")]
    [InlineData("contract.no-lease")]
    [InlineData("contract.no-constructor")]
    [InlineData("contract.hasty")]
    [InlineData("contract.nowhere")]
    public void A_section_that_makes_no_lease_is_refused(string path) => Assert.ThrowsAny<Exception>(() => Get(path));

    [Fact]
    public void Times_can_be_changed()
    {
        var times = Get("contract.lease").Settings.TimeoutSettings.WithHeartbeatTimeout(TimeSpan.FromSeconds(30))
            .WithHeartbeatInterval(TimeSpan.FromSeconds(3)).withOperationTimeout(TimeSpan.FromSeconds(4));

        var changed = Get("contract.lease").Settings.WithTimeoutSettings(times);

        Assert.Equal(TimeSpan.FromSeconds(30), changed.TimeoutSettings.HeartbeatTimeout);
        Assert.Equal(TimeSpan.FromSeconds(3), changed.TimeoutSettings.HeartbeatInterval);
        Assert.Equal(TimeSpan.FromSeconds(4), changed.TimeoutSettings.OperationTimeout);
        Assert.Equal("name", changed.LeaseName);
    }

    private Lease Get(string path) => LeaseProvider.Get(Sys).GetLease("name", path, "owner");
}
