namespace Akka.Flink.Conformance.Tests;

/// <summary>The rules of <c>docs/internals/semantics.md</c>, each by the golden cases that show it.</summary>
public class RuleCasesTests
{
    private static readonly Lazy<Dictionary<string, GoldenCase>> Cases = new(
        () => CaseReader.ReadFolder(CaseReader.DefaultFolder).ToDictionary(golden => golden.Id));

    [Fact]
    [Trait("rule", "W1")]
    [Trait("rule", "W2")]
    public void A_window_is_due_when_the_watermark_reaches_its_last_millisecond() =>
        Pass("windows-tumbling-boundary", "windows-session-late-boundary");

    [Fact]
    [Trait("rule", "W3")]
    public void Watermarks_stay_a_millisecond_behind_what_may_still_come_and_are_sent_at_intervals() => Pass(
        "watermarks-bounded", "watermarks-bounded-no-records", "watermarks-bounded-never-back", "watermarks-monotonous",
        "watermarks-interval-zero", "watermarks-period-from-now", "watermarks-clock-jump");

    [Fact]
    [Trait("rule", "W5")]
    public void A_channels_watermark_only_rises() => Pass("watermarks-valve-only-rising", "watermarks-valve-one");

    [Fact]
    [Trait("rule", "W6")]
    public void Channels_let_the_smallest_watermark_through() => Pass(
        "watermarks-valve-min", "watermarks-valve-idle", "watermarks-valve-max");

    [Fact]
    [Trait("rule", "W7")]
    public void An_idle_channels_watermark_is_ignored() => Pass("watermarks-valve-watermark-while-idle");

    [Fact]
    [Trait("rule", "W8")]
    public void A_channel_that_comes_back_counts_when_it_has_caught_up() => Pass(
        "watermarks-valve-idle-unaligned", "watermarks-valve-idle-ahead", "watermarks-valve-idle-never");

    [Fact]
    [Trait("rule", "W9")]
    public void The_last_channel_to_become_idle_flushes_the_largest_watermark() => Pass(
        "watermarks-valve-all-idle", "watermarks-valve-all-idle-order", "watermarks-valve-idle-twice");

    [Fact]
    [Trait("rule", "W10")]
    public void Two_inputs_have_the_smaller_watermark_of_those_that_are_active() => Pass(
        "connected-watermark-min", "connected-watermark-idle", "connected-watermark-idle-back", "connected-watermark-idle-both",
        "connected-watermark-idle-never", "connected-watermark-of-idle-input", "connected-watermark-end");

    [Fact]
    [Trait("rule", "W11")]
    public void A_watermark_goes_on_behind_what_it_made_fire() => Pass("windows-watermark-forwarded", "process-watermark-in-timer");

    [Fact]
    [Trait("rule", "W12")]
    public void A_restore_forgets_the_watermark() => Pass(
        "process-restore-watermark", "windows-restore-forgets-watermark", "windows-session-snapshot", "connected-watermark-restore",
        "watermarks-restore");

    [Fact]
    [Trait("rule", "W13")]
    public void The_end_of_the_input_fires_timers_of_event_time_only() => Pass(
        "windows-event-end", "windows-processing-no-end", "process-timer-max", "process-end-processing-timers", "watermarks-end");

    [Fact]
    [Trait("rule", "W17")]
    public void A_channel_without_records_holds_everything_back() => Pass("watermarks-valve-min", "connected-watermark-min");

    [Fact]
    [Trait("rule", "W18")]
    public void One_input_takes_a_smaller_watermark() => Pass("windows-watermark-back", "process-late-timer-smaller-watermark");

    [Fact]
    [Trait("rule", "T1")]
    public void Equal_timers_of_a_key_are_one() => Pass(
        "process-coalesced", "process-idle-same-number", "process-plain-timer", "connected-co-timers");

    [Fact]
    [Trait("rule", "T2")]
    public void Timers_fire_in_the_order_of_their_timestamps() => Pass("process-sorter", "process-keys-same-timestamp");

    [Fact]
    [Trait("rule", "T3")]
    public void A_timer_sees_the_new_time() => Pass("process-watermark-in-timer", "process-clock-jump");

    [Fact]
    [Trait("rule", "T4")]
    public void A_timer_set_by_a_timer_fires_in_the_same_advance() => Pass("process-coalesced-jump", "process-timer-registers-processing");

    [Fact]
    [Trait("rule", "T5")]
    public void A_timer_set_at_or_before_the_watermark_fires_with_the_next_one() => Pass("process-late-timer");

    [Fact]
    [Trait("rule", "T6")]
    public void A_timer_can_set_itself_again() => Pass("process-timer-in-timer");

    [Fact]
    [Trait("rule", "T7")]
    public void Deleting_a_timer_that_is_not_there_does_nothing_and_of_one_that_is_due_prevents_it() => Pass(
        "process-delete-unknown", "process-timer-deletes-timer", "process-coalesced-delete");

    [Fact]
    [Trait("rule", "T8")]
    public void Overdue_timers_of_the_clock_fire_when_it_is_looked_at_next() => Pass("process-past-processing-timer", "process-clock-jump");

    [Fact]
    [Trait("rule", "T9")]
    public void Timers_survive_a_restore() => Pass(
        "process-restore-watermark", "process-restore-processing-timer", "process-restore-deletes", "process-count-with-timeout-snapshot");

    [Fact]
    [Trait("rule", "T10")]
    public void What_a_timer_emits_has_its_timestamp_in_event_time() => Pass("process-idle-event-first", "process-side-in-timer");

    [Fact]
    [Trait("rule", "T12")]
    public void Timers_that_are_rounded_to_a_moment_are_one() => Pass("process-coalesced", "process-coalesced-jump");

    [Fact]
    [Trait("rule", "N1")]
    public void Windows_are_aligned_downwards_before_the_epoch() => Pass("windows-tumbling-negative");

    [Fact]
    [Trait("rule", "N2")]
    public void A_record_is_in_all_sliding_windows_that_contain_it() => Pass(
        "windows-sliding-basic", "windows-sliding-not-dividing", "windows-sliding-gaps");

    [Fact]
    [Trait("rule", "N3")]
    public void A_window_of_event_time_wants_timestamps() => Pass("windows-no-timestamp-event");

    [Fact]
    [Trait("rule", "N4")]
    public void A_window_is_late_at_its_cleanup_time() => Pass(
        "windows-late-exact", "windows-far-future", "windows-lateness-processing-time");

    [Fact]
    [Trait("rule", "N5")]
    public void A_record_that_no_window_took_is_put_out_if_it_is_old_enough() => Pass(
        "windows-late-dropped", "windows-late-output-keeps-timestamp", "windows-sliding-partly-late", "windows-sliding-gap-late");

    [Fact]
    [Trait("rule", "N6")]
    public void A_record_is_added_to_a_window_before_the_window_fires() => Pass(
        "windows-lateness-refires", "windows-lateness-new-window", "windows-r56", "windows-r65", "windows-r139");

    [Fact]
    [Trait("rule", "N7")]
    [Trait("rule", "N8")]
    public void A_window_that_has_fired_fires_again_with_all_it_has() => Pass("windows-lateness-refires");

    [Fact]
    [Trait("rule", "N10")]
    public void Results_bear_the_last_millisecond_of_their_window() => Pass("windows-tumbling-boundary", "windows-processing-tumbling");

    [Fact]
    [Trait("rule", "N11")]
    public void Windows_fire_by_the_time_they_are_of() => Pass("windows-processing-tumbling", "windows-processing-window-record-time");

    [Fact]
    [Trait("rule", "N16")]
    public void Sessions_that_touch_are_one() => Pass("windows-session-merge", "windows-session-touch", "windows-session-processing");

    [Fact]
    [Trait("rule", "N17")]
    public void Sessions_merge_before_the_late_test() => Pass("windows-session-late", "windows-session-late-boundary");

    [Fact]
    [Trait("rule", "N18")]
    public void Merged_sessions_have_one_end() => Pass("windows-session-merge", "windows-session-lateness-refire");

    [Fact]
    [Trait("rule", "N21")]
    public void What_has_no_records_emits_nothing() => Pass("windows-sliding-gaps", "windows-session-merge");

    [Fact]
    [Trait("rule", "N24")]
    public void A_record_after_a_restore_may_come_for_a_window_that_had_fired() => Pass("windows-restore-forgets-watermark");

    [Fact]
    [Trait("rule", "N25")]
    public void A_reduce_is_not_called_for_a_single_record() => Pass("windows-sum-drops-fields", "rolling-reduce");

    [Fact]
    [Trait("rule", "J1")]
    public void Bounds_of_a_join_are_inclusive() => Pass(
        "connected-interval-inclusive", "connected-interval-exclusive", "connected-interval-negative",
        "connected-interval-exclusive-empty");

    [Fact]
    [Trait("rule", "J2")]
    public void A_record_is_late_for_a_join_before_the_watermark() => Pass("connected-interval-late", "connected-interval-late-dropped");

    [Fact]
    [Trait("rule", "J3")]
    public void A_pair_has_the_later_timestamp() => Pass("connected-interval-timestamp");

    [Fact]
    [Trait("rule", "J4")]
    public void A_record_is_kept_while_it_may_meet_another() => Pass(
        "connected-interval-cleanup", "connected-interval-cleanup-right", "connected-interval-snapshot");

    [Fact]
    [Trait("rule", "A1")]
    public void A_watermark_is_a_fence_and_a_status_is_not() => Pass(
        "async-ordered", "async-unordered", "async-ordered-watermark", "async-unordered-watermark", "async-two-watermarks", "async-idle");

    [Fact]
    [Trait("rule", "A2")]
    public void What_is_in_flight_is_asked_about_again() => Pass(
        "async-snapshot", "async-snapshot-unordered", "async-snapshot-timeout", "async-retry-snapshot");

    [Fact]
    [Trait("rule", "A3")]
    public void What_finds_the_queue_full_waits() => Pass(
        "async-capacity", "async-capacity-ordered", "async-capacity-watermark", "async-timeout-fail", "async-timeout-emit",
        "async-timeout-not-in-queue", "async-end");

    [Fact]
    [Trait("rule", "A4")]
    public void A_record_completes_once() => Pass("async-complete-twice", "async-timeout-done", "async-timeout-waiting");

    [Fact]
    [Trait("rule", "A5")]
    public void A_call_is_tried_again_in_its_place() => Pass(
        "async-retry-exception", "async-retry-exhausted", "async-retry-empty", "async-retry-timeout", "async-retry-end",
        "async-retry-order", "async-retry-timeout-empty", "async-retry-end-timed-out");

    [Fact]
    [Trait("rule", "K9")]
    public void Broadcast_state_is_read_by_records_and_visits_keys() => Pass(
        "connected-broadcast-basic", "connected-broadcast-apply", "connected-broadcast-snapshot", "connected-broadcast-watermark");

    [Fact]
    [Trait("rule", "K12")]
    public void State_expires_by_the_clock_and_element_by_element() => Pass(
        "process-ttl-write", "process-ttl-read", "process-ttl-return-expired", "process-ttl-list", "process-ttl-list-expired",
        "process-ttl-map", "process-ttl-map-expired", "process-ttl-reducing", "process-ttl-aggregating", "process-ttl-snapshot");

    private static void Pass(params string[] ids)
    {
        var failures = ids
            .Select(id => (Id: id, Failure: CaseRunner.RunAll(Cases.Value[id], CaseRunner.ModesOf(Cases.Value[id]))))
            .Where(each => each.Failure is not null)
            .Select(each => $"{each.Id}: {each.Failure}");

        Assert.Empty(failures);
    }
}
