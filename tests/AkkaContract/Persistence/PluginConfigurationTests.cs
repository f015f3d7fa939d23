namespace Akka.Flink.AkkaContract.Tests.Persistence;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;
using Akka.Persistence;

/// <summary>How plugins are found, and how a wrong configuration is reported.</summary>
[Trait("promise", "persistence configuration")]
public sealed class PluginConfigurationTests() : ContractTest("""
    akka.persistence {
      journal.plugin = ""
      journal.nameless { plugin-dispatcher = "akka.actor.default-dispatcher" }
      journal.unknown-class { class = "Nowhere.Journal, Nowhere" }
      snapshot-store.plugin = ""
    }
    """)
{
    private PersistenceExtension Extension => Persistence.Instance.Apply(Sys);

    [Fact]
    public void A_plugin_is_started_once_for_each_path()
    {
        var journal = Extension.JournalFor("akka.persistence.journal.inmem");

        Assert.Equal(journal, Extension.JournalFor("akka.persistence.journal.inmem"));
        Assert.Equal("/system/akka.persistence.journal.inmem", journal.Path.ToStringWithoutAddress());
    }

    [Fact]
    public void No_default_journal_is_an_error_that_names_the_key() =>
        Assert.Contains("journal plugin", Assert.ThrowsAny<Exception>(() => Extension.JournalFor(null)).Message);

    [Fact]
    public void An_unknown_path_is_an_error_that_names_it() =>
        Assert.Contains("nowhere.journal", Assert.Throws<ArgumentException>(() => Extension.JournalFor("nowhere.journal")).Message);

    [Fact]
    public void A_plugin_without_a_class_is_an_error_that_names_the_key() => Assert.Contains(
        "akka.persistence.journal.nameless.class",
        Assert.Throws<ArgumentException>(() => Extension.JournalFor("akka.persistence.journal.nameless")).Message);

    [Fact]
    public void An_unknown_class_is_an_error() =>
        Assert.ThrowsAny<Exception>(() => Extension.JournalFor("akka.persistence.journal.unknown-class"));

    [Fact]
    public void An_actor_names_its_own_plugins()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Independent(TestActor)));

        ExpectMsg("recovered");
        actor.Tell("event");
        ExpectMsg("event");
    }

    [Fact]
    public void Without_a_snapshot_store_a_save_fails_and_a_recovery_works()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Independent(TestActor)));
        ExpectMsg("recovered");

        actor.Tell("save");

        ExpectMsg<SaveSnapshotFailure>();
    }

    private sealed class Independent : ReceivePersistentActor
    {
        public Independent(IActorRef observer)
        {
            JournalPluginId = "akka.persistence.journal.inmem";
            Recover<RecoveryCompleted>(_ => observer.Tell("recovered"));
            Command<string>(text => text == "save", _ => SaveSnapshot("state"));
            Command<string>(text => Persist(text, persisted => observer.Tell(persisted)));
            CommandAny(observer.Tell);
        }

        public override string PersistenceId => "independent";
    }
}
