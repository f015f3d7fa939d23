namespace Akka.Flink.Runtime.Tests.Jobs;

using System.Collections.Immutable;
using static ControlEvents;

/// <summary>What is in journals out there: these bytes must be read for as long as there are such journals.</summary>
public class ControlSerializerTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);
    private static readonly JobId Job = new("job-1");

    private static readonly CompletedCheckpoint Checkpoint = new(
        new CheckpointId(2, 300), CheckpointKind.Stopping, 1, 2, 3, 4, 5,
        [
            new SubtaskState(new SubtaskId(0, 1),
            [
                new OperatorStateHandle("a", [new byte[] { 9, 8 }], null) { States = [new byte[] { 6 }] },
                new OperatorStateHandle("b", [], new KeyedStateHandle(0, 127, [new SegmentRange(new SegmentId("s-1"), 1, 200)], 77)),
            ]),
        ],
        [new EnumeratorState("a", new byte[] { 7 })]);

    private static readonly JobProgram Program = new("ab", "a.dll", "C", ["x"], ["a=1"])
    {
        Parallelisms = ImmutableSortedDictionary<string, int>.Empty.Add("u", 3),
    };

    public static TheoryData<string, string, object> Golden => new()
    {
        { "L1", "03000000000000000068E5CF8B010000", new LeadershipTaken(3, At) },
        { "J3", "056A6F622D31046E616D650068E5CF8B0100000000", new JobSubmitted(Job, "name", At) },
        {
            "J3",
            "056A6F622D31046E616D650068E5CF8B010000" + "01" + "0261620561" + "2E646C6C" + "0101430101780103613D31" + "010175" + "0300",
            new JobSubmitted(Job, "name", At) { Program = Program }
        },
        {
            "J3",
            "056A6F622D31046E616D650068E5CF8B01000000" + "01022F7302313202AC0201" +
            "02AC020101000000000000000200000000000000030000000000000004000000000000000500000000000000010001020161010209080101" +
            "0600016200000100" + "7F0103732D3101C8014D00000000000000010161" + "0107",
            new JobSubmitted(Job, "name", At)
            {
                Savepoint = new SavepointStart(new SavepointOrigin("/s", "12", Checkpoint.Id, true), Checkpoint),
            }
        },
        { "X1", "056A6F622D3104" + "010175" + "0068E5CF8B010000", new JobRescaled(Job, 4, "u", At) },
        {
            "A1", "056A6F622D3102010102056C6F63616C0101010105" + "0068E5CF8B010000",
            new AttemptStarted(Job, 2, [new PlannedSubtask(new SubtaskId(1, 2), new SlotId("local", 1), true)], new CheckpointId(1, 5), At)
        },
        {
            "P1", "056A6F622D3102" + "01" + "026F6E" + "03776879" + "0068E5CF8B010000", new AttemptRestored(Job, 2, ["on"], "why", At)
        },
        {
            "C2",
            "056A6F622D3102AC0201010000000000000002000000000000000300000000000000040000000000000005000000000000000100010201610102090801" +
            "010600" + "016200000100" + "7F0103732D3101C8014D0000000000000001016101070068E5CF8B010000",
            new CheckpointCompleted(Job, Checkpoint, At)
        },
        { "R1", "056A6F622D31020101AC0102" + "0068E5CF8B010000", new CheckpointsReleased(Job, [new(1, 1), new(300 - 128, 2)], At) },
        {
            "S1", "056A6F622D310701037768790101780068E5CF8B010000", new JobStatusChanged(Job, JobStatus.Failed, "why", ["x"], At)
        },
    };

    [Theory]
    [MemberData(nameof(Golden))]
    public void Writes_and_reads_the_bytes_that_were_agreed(string manifest, string hex, object happened)
    {
        var serializer = new ControlSerializer(null!);

        Assert.Equal(manifest, serializer.Manifest(happened));
        Assert.Equal(hex, Convert.ToHexString(serializer.ToBinary(happened)));
        var read = serializer.FromBinary(Convert.FromHexString(hex), manifest);
        Assert.Equal(hex, Convert.ToHexString(serializer.ToBinary(read)));
        Assert.IsType(happened.GetType(), read);
    }

    [Fact]
    public void Reads_checkpoints_of_before_operators_had_state_by_name()
    {
        const string Hex =
            "056A6F622D3102AC0201010000000000000002000000000000000300000000000000040000000000000005000000000000000100010201610102090800" +
            "0162000100" + "7F0103732D3101C8014D0000000000000001016101070068E5CF8B010000";

        var read = (CheckpointCompleted)new ControlSerializer(null!).FromBinary(Convert.FromHexString(Hex), "C1");

        var operators = read.Checkpoint.Subtasks[0].Operators;
        Assert.Equal(new byte[] { 9, 8 }, operators[0].Elements[0].ToArray());
        Assert.Empty(operators[0].States);
        Assert.Equal(77, operators[1].Keyed!.Bytes);
    }

    [Fact]
    public void Sums_a_ledger_up_without_losing_anything()
    {
        var serializer = new ControlSerializer(null!);
        var ledger = Ledger.Empty
            .Apply(new LeadershipTaken(4, At))
            .Apply(new JobSubmitted(Job, "name", At) { Program = Program })
            .Apply(new JobRescaled(Job, 5, null, At))
            .Apply(new JobRescaled(Job, 4, "u", At))
            .Apply(new AttemptStarted(Job, 1, [], null, At))
            .Apply(new AttemptStarted(Job, 2, [], new CheckpointId(1, 9), At))
            .Apply(new AttemptRestored(Job, 2, ["at 7", "at 8"], "a node was lost", At))
            .Apply(new CheckpointCompleted(Job, Checkpoint, At))
            .Apply(new JobSubmitted(new JobId("other"), "other", At))
            .Apply(new JobStatusChanged(new JobId("other"), JobStatus.Finished, null, ["1 record"], At))
            .Apply(new JobSubmitted(new JobId("saved"), "saved", At)
            {
                Savepoint = new SavepointStart(new SavepointOrigin("/s", "12", Checkpoint.Id, true), Checkpoint),
            });

        var bytes = serializer.ToBinary(new LedgerCompacted(ledger));
        var read = (LedgerCompacted)serializer.FromBinary(bytes, "Z5");

        Assert.Equal(bytes, serializer.ToBinary(read));
        Assert.Equal(4, read.Ledger.Term);
        var record = read.Ledger.Jobs[Job];
        Assert.Equal((2, 300, "name"), (record.Attempt, record.LastNumber, record.Name));
        Assert.Equal(new byte[] { 9, 8 }, record.Last!.Subtasks[0].Operators[0].Elements[0].ToArray());
        Assert.Equal(200, record.Last.Subtasks[0].Operators[1].Keyed!.Chunks[0].Last);
        Assert.Equal([(1, null), (2, new CheckpointId(1, 9))], record.Restores.Select(each => (each.Attempt, each.Checkpoint)));
        Assert.Equal("at 7, at 8", string.Join(", ", record.Restores[1].Positions));
        Assert.Equal((null, "a node was lost"), (record.Restores[0].Cause, record.Restores[1].Cause));
        Assert.Equal(("ab", 3, 5, 4), (
            record.Program!.Artifact, record.Program.Parallelisms["u"], record.Order.All, record.Order.ByUid["u"]));
        Assert.Equal(JobStatus.Finished, read.Ledger.Jobs[new JobId("other")].Status);
        Assert.Null(read.Ledger.Jobs[new JobId("other")].Program);
        var saved = read.Ledger.Jobs[new JobId("saved")];
        Assert.Equal((new SavepointOrigin("/s", "12", Checkpoint.Id, true), 300), (saved.LastSavepoint, saved.LastNumber));
    }

    [Fact]
    public void Reads_what_was_written_before_jobs_had_programs()
    {
        const string Submitted = "056A6F622D31046E616D650068E5CF8B010000";
        const string Summed = "0400000000000000" + "01" + "056A6F622D31046E616D65" + "000000" + "0068E5CF8B010000" + "0200" + "00";
        var serializer = new ControlSerializer(null!);

        var submitted = (JobSubmitted)serializer.FromBinary(Convert.FromHexString(Submitted), "J1");
        var summed = (LedgerCompacted)serializer.FromBinary(Convert.FromHexString(Summed), "Z2");

        Assert.Equal(("name", null), (submitted.Name, submitted.Program));
        Assert.Equal((2, null), (summed.Ledger.Jobs[Job].Attempt, summed.Ledger.Jobs[Job].Program));
        Assert.Same(ParallelismOrder.None, summed.Ledger.Jobs[Job].Order);
    }

    [Fact]
    public void Reads_what_was_written_before_positions_of_attempts_were_recorded()
    {
        const string Record = "056A6F622D31046E616D65" + "000000" + "0068E5CF8B010000" + "0100" + "00" + "00" + "0000";
        const string Restore = "01" + "01" + "0068E5CF8B010000" + "00";

        var summed = (LedgerCompacted)new ControlSerializer(null!)
            .FromBinary(Convert.FromHexString("0400000000000000" + "01" + Record + Restore + "00"), "Z4");

        var restore = Assert.Single(summed.Ledger.Jobs[Job].Restores);
        Assert.Equal((1, null), (restore.Attempt, restore.Cause));
        Assert.Empty(restore.Positions);
    }

    [Fact]
    public void Reads_what_was_written_before_jobs_could_begin_from_savepoints()
    {
        const string Submitted = "056A6F622D31046E616D650068E5CF8B010000" + "00";
        const string Summed =
            "0400000000000000" + "01" + "056A6F622D31046E616D65" + "000000" + "0068E5CF8B010000" + "0200" + "00" + "00" + "0000" + "00";
        var serializer = new ControlSerializer(null!);

        var submitted = (JobSubmitted)serializer.FromBinary(Convert.FromHexString(Submitted), "J2");
        var summed = (LedgerCompacted)serializer.FromBinary(Convert.FromHexString(Summed), "Z3");

        Assert.Equal(("name", null), (submitted.Name, submitted.Savepoint));
        Assert.Equal((2, null), (summed.Ledger.Jobs[Job].Attempt, summed.Ledger.Jobs[Job].Savepoint));
    }

    [Fact]
    public void Refuses_what_a_newer_version_wrote()
    {
        var error = Assert.Throws<JobException>(() => new ControlSerializer(null!).FromBinary([], "C9"));

        Assert.Contains("'C9'", error.Message);
    }
}
