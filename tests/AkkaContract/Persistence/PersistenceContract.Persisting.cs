namespace Akka.Flink.AkkaContract.Tests.Persistence;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;
using static LedgerProtocol;

/// <content>Order of handlers, commands and events.</content>
public abstract partial class PersistenceContract
{
    [Fact]
    public void A_new_actor_recovers_nothing_and_starts_at_sequence_number_zero()
    {
        var ledger = StartNew();

        Tell(ledger, self => self.Say((self.LastSequenceNr, self.IsRecovering, self.IsRecoveryFinished)));

        ExpectMsg((0L, false, true));
    }

    [Fact]
    public void Handlers_are_called_in_the_order_of_the_events_with_the_sender_of_the_command()
    {
        var ledger = StartNew();
        var probe = CreateTestProbe();

        for (var number = 1; number <= 3; number++)
        {
            var command = new Do(self => self.Persist(self.LastSequenceNr + 1, _ => self.Requester.Tell(self.LastSequenceNr)));
            ledger.Tell(command, probe);
        }

        probe.ExpectMsg(1L);
        probe.ExpectMsg(2L);
        probe.ExpectMsg(3L);
    }

    [Fact]
    public void Events_are_replayed_in_the_order_in_which_they_were_persisted()
    {
        Prepare(10);

        Start();

        ExpectReplay(1, 10, lastSequenceNr: 10);
    }

    [Fact]
    public void No_command_is_processed_between_a_persist_and_its_handler()
    {
        var ledger = StartNew();

        for (var round = 0; round < 100; round++)
        {
            Tell(ledger, self =>
            {
                self.PersistEach("a", "b");
                self.Say("first");
            });
            Tell(ledger, self => self.Say("second"));
        }

        for (var round = 0; round < 100; round++)
            ExpectAll(["first", "a", "b", "second"]);
    }

    [Fact]
    public void Commands_are_processed_between_a_persist_async_and_its_handler()
    {
        var ledger = StartNew();
        var gate = new Gate();

        Tell(ledger, _ => gate.Hold());
        Tell(ledger, self => self.PersistAsync("event", self.Say));
        Tell(ledger, self => self.Say("command"));
        gate.Open();

        ExpectAll(["command", "event"]);
    }

    [Fact]
    public void Commands_keep_their_order_over_persists()
    {
        var ledger = StartNew();

        for (var number = 0; number < 200; number++)
        {
            var text = number.ToString();
            Tell(ledger, number % 3 == 0 ? self => self.PersistEach(text) : self => self.Say(text));
        }

        ExpectAll(Numbers(0, 199));
    }

    [Fact]
    public void Persist_all_calls_the_handler_for_each_event_before_the_next_command()
    {
        var ledger = StartNew();

        Tell(ledger, self => self.PersistAll(Numbers(1, 500), self.Say));
        Tell(ledger, self => self.Say("command"));

        ExpectAll([.. Numbers(1, 500), "command"]);
    }

    [Fact]
    public void Persist_all_of_nothing_does_nothing()
    {
        var ledger = StartNew();

        Tell(ledger, self => self.PersistAll(Array.Empty<string>(), self.Say));
        Tell(ledger, self => self.Say(self.LastSequenceNr));

        ExpectMsg(0L);
    }

    [Fact]
    public void Nested_persists_come_after_the_outer_ones_and_before_the_next_command()
    {
        var ledger = StartNew();

        Tell(ledger, self =>
        {
            foreach (var outer in new[] { "a", "b" })
                self.Persist(outer, _ =>
                {
                    self.Say(outer);
                    self.Persist(outer + "1", inner =>
                    {
                        self.Say(inner);
                        self.Persist(outer + "2", self.Say);
                    });
                });
        });
        Tell(ledger, self => self.Say("command"));

        ExpectAll(["a", "b", "a1", "b1", "a2", "b2", "command"]);
    }

    [Fact]
    public void A_persist_nested_in_a_persist_async_holds_back_commands()
    {
        var ledger = StartNew();

        Tell(ledger, self => self.PersistAsync("outer", outer =>
        {
            self.Say(outer);
            self.Persist("inner", self.Say);
            Tell(ledger, _ => self.Say("command"));
        }));

        ExpectAll(["outer", "inner", "command"]);
    }

    [Fact]
    public void Handlers_of_both_kinds_and_deferred_ones_run_in_the_order_of_the_calls()
    {
        var ledger = StartNew();

        Tell(ledger, self =>
        {
            self.PersistAsync("1", self.Say);
            self.DeferAsync("2", self.Say);
            self.Persist("3", self.Say);
            self.PersistAllAsync(["4", "5"], self.Say);
            self.DeferAsync("6", self.Say);
        });

        ExpectAll(Numbers(1, 6));
    }

    [Fact]
    public void A_deferred_handler_runs_at_once_when_nothing_is_pending_and_is_not_stored()
    {
        var ledger = StartNew();

        Tell(ledger, self =>
        {
            self.DeferAsync("deferred", self.Say);
            self.Say("after");
            self.PersistAsync("1", self.Say);
            self.DeferAsync("deferred", self.Say);
        });
        ExpectAll(["deferred", "after", "1", "deferred"]);
        StopAndAwait(ledger);
        Start();

        ExpectReplay(1, 1, lastSequenceNr: 1);
    }

    [Fact]
    public void Many_events_persisted_at_once_keep_their_order()
    {
        var ledger = StartNew();

        Tell(ledger, self =>
        {
            foreach (var number in Numbers(1, 2_000))
                self.PersistAsync(number, self.Say);
        });
        ExpectAll(Numbers(1, 2_000));
        StopAndAwait(ledger);
        Start();

        ExpectReplay(1, 2_000, lastSequenceNr: 2_000);
    }

    [Fact]
    public void An_event_comes_back_as_what_it_was()
    {
        var deposited = new Deposited("Müller & Söhne 'x'", long.MaxValue, ["first", ""]);
        var ledger = StartNew();
        Tell(ledger, self => self.Persist(deposited, self.Say));
        ExpectMsg(deposited);
        StopAndAwait(ledger);

        Start();

        ExpectMsg(new Replayed(deposited));
        ExpectMsg(new Recovered(1));
    }

    [Theory]
    [InlineData("-a", "-ab")]
    [InlineData("-a", "-A")]
    [InlineData("/user/x y", "/user/x%20y")]
    [InlineData("-%", "-_")]
    [InlineData("-ü'\"", "-u")]
    public void Persistence_ids_do_not_mix(string one, string other)
    {
        Prepare(2, one);
        Prepare(1, other);

        Start(one);
        ExpectReplay(1, 2, lastSequenceNr: 2);
        Start(other);
        ExpectReplay(1, 1, lastSequenceNr: 1);
    }
}
