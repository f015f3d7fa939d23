namespace Akka.Flink.Jobs;

/// <summary>The checksums that programs in several languages, and Flink, agree on.</summary>
internal static class ReferenceChecksums
{
    private static readonly Dictionary<(string Job, long Events, long Keys), Outcome> Known = new()
    {
        [("stateless", 100_000, 1_000)] = new(0x6fd34657615ed352, 49_824),
        [("stateless", 100_000, 100_000)] = new(0x2e80fa0fc3c4e542, 49_824),
        [("stateless", 100_000, 1_000_000)] = new(0xf329bb20709e6a76, 49_824),
        [("running", 100_000, 1_000)] = new(0xf9eeeaf28ceff497, 100_000),
        [("running", 100_000, 100_000)] = new(0xe78fd8b90971c02d, 100_000),
        [("running", 100_000, 1_000_000)] = new(0x6db94c6adee1cf21, 100_000),
        [("window", 100_000, 1_000)] = new(0x404644311efc0d93, 2_000),
        [("window", 100_000, 100_000)] = new(0x6994c551e3e1ead5, 76_731),
        [("window", 100_000, 1_000_000)] = new(0x761e328fca29edc1, 97_235),
        [("sliding", 100_000, 1_000)] = new(0xddbd2a473fa1552c, 11_000),
        [("sliding", 100_000, 100_000)] = new(0x1322350783241557, 646_611),
        [("sliding", 100_000, 1_000_000)] = new(0x8d53e93eb4cbd431, 953_711),
        [("session", 100_000, 100_000)] = new(0x24d0133752217068, 63_320),
        [("session", 100_000, 1_000_000)] = new(0x9e5667f50a47cf61, 95_164),
        [("timers", 100_000, 1_000)] = new(0x01e724c8d6f6716b, 1_000),
        [("timers", 100_000, 100_000)] = new(0x5000e376286d5054, 63_320),
        [("timers", 100_000, 1_000_000)] = new(0x561107471e940099, 95_164),
        [("join", 100_000, 1_000)] = new(0xc5a3682762fc5822, 215_327),
        [("join", 100_000, 100_000)] = new(0x1bf921695c77b87d, 2_151),
        [("join", 100_000, 1_000_000)] = new(0x6e043bb273e240af, 228),
        [("stateless", 1_000_000, 1_000)] = new(0x36f391359e9dfa29, 499_670),
        [("stateless", 1_000_000, 100_000)] = new(0xaa180fcb51493b4e, 499_670),
        [("stateless", 1_000_000, 1_000_000)] = new(0xab307fee3318cdef, 499_670),
        [("running", 1_000_000, 1_000)] = new(0x0123bc258a5dda31, 1_000_000),
        [("running", 1_000_000, 100_000)] = new(0x7ec16507e908e5ef, 1_000_000),
        [("running", 1_000_000, 1_000_000)] = new(0xd1d605d10b0f2f81, 1_000_000),
        [("window", 1_000_000, 1_000)] = new(0x450c4fc3da4388f3, 2_000),
        [("window", 1_000_000, 100_000)] = new(0xa22b497aa64f3526, 127_041),
        [("window", 1_000_000, 1_000_000)] = new(0xe4801e6b623ef930, 651_029),
        [("sliding", 1_000_000, 1_000)] = new(0xe736e3ea6e12a68f, 11_000),
        [("sliding", 1_000_000, 100_000)] = new(0xc1986effe1a22616, 1_027_032),
        [("sliding", 1_000_000, 1_000_000)] = new(0x8f4989f6781598de, 6_337_877),
        [("session", 1_000_000, 100_000)] = new(0x9e2da4d33f69c98c, 102_657),
        [("session", 1_000_000, 1_000_000)] = new(0x5dd775654d6d2103, 696_571),
        [("timers", 1_000_000, 1_000)] = new(0x60c739196f835c1d, 1_000),
        [("timers", 1_000_000, 100_000)] = new(0x1d1ed0f1737aa7ca, 99_999),
        [("timers", 1_000_000, 1_000_000)] = new(0x2961ded0192eb85a, 631_872),
        [("join", 1_000_000, 1_000)] = new(0x44a025bfb5a283b2, 2_691_279),
        [("join", 1_000_000, 100_000)] = new(0xbf87e7ef61b32b1b, 27_049),
        [("join", 1_000_000, 1_000_000)] = new(0xbc4657a0ab9083c5, 2_747),
        [("stateless", 10_000_000, 1_000)] = new(0x9cf834f887597173, 4_997_604),
        [("stateless", 10_000_000, 100_000)] = new(0x6e992786919f7f27, 4_997_604),
        [("stateless", 10_000_000, 1_000_000)] = new(0x0515bd948333baf3, 4_997_604),
        [("running", 10_000_000, 1_000)] = new(0xe75c6eb37b329d85, 10_000_000),
        [("running", 10_000_000, 100_000)] = new(0x5553093605d4c471, 10_000_000),
        [("running", 10_000_000, 1_000_000)] = new(0xde2f8782026f0b24, 10_000_000),
        [("window", 10_000_000, 1_000)] = new(0x3952ae1c3e9fb12c, 11_000),
        [("window", 10_000_000, 100_000)] = new(0xd51f6ea3d46c273d, 1_027_007),
        [("window", 10_000_000, 1_000_000)] = new(0xbf69571c68d170e6, 6_339_773),
        [("sliding", 10_000_000, 1_000)] = new(0x1887e51c6accfb4f, 20_000),
        [("sliding", 10_000_000, 100_000)] = new(0xb0dda74dc130c89c, 1_927_044),
        [("sliding", 10_000_000, 1_000_000)] = new(0x742eaf760f90f651, 17_865_713),
        [("session", 10_000_000, 100_000)] = new(0xe0d83c99eb39224a, 162_716),
        [("session", 10_000_000, 1_000_000)] = new(0xb36749a057e4dc12, 6_153_456),
        [("timers", 10_000_000, 1_000)] = new(0x7d72b9545f232c4e, 1_000),
        [("timers", 10_000_000, 100_000)] = new(0xf600b8fa2a97dc45, 100_029),
        [("timers", 10_000_000, 1_000_000)] = new(0xb39a0bec9aaa2aef, 2_671_581),
        [("join", 10_000_000, 1_000)] = new(0xc54693a0144b2c49, 27_441_100),
        [("join", 10_000_000, 100_000)] = new(0xa311dd94d48fc8a4, 273_966),
        [("join", 10_000_000, 1_000_000)] = new(0x88963784155b51b8, 27_546),
    };

    // With more than one source, only the last row of each key is defined.
    private static readonly Dictionary<(long Events, long Keys), Outcome> FinalsOfRunning = new()
    {
        [(100_000, 1_000)] = new(0x0dfdbcb039cc893d, 1_000),
        [(100_000, 100_000)] = new(0x04690c320422c2fc, 63_320),
        [(100_000, 1_000_000)] = new(0x32479925af6a4af5, 95_164),
        [(1_000_000, 1_000)] = new(0xdc70f2f1a41ce813, 1_000),
        [(1_000_000, 100_000)] = new(0x2dea601eb5ed07ae, 99_999),
        [(1_000_000, 1_000_000)] = new(0x435965406103a022, 631_872),
        [(10_000_000, 1_000)] = new(0xe7a8b688b302ab96, 1_000),
        [(10_000_000, 100_000)] = new(0x6e63a23c87a8fe06, 100_000),
        [(10_000_000, 1_000_000)] = new(0x6028f0221664ac82, 999_951),
    };

    /// <summary>The outcome that a run must have; null where it is not known.</summary>
    public static Outcome? Of(JobCase run) => run.Checksum switch
    {
        ChecksumKind.AllRows => Known.TryGetValue((run.Job, run.Events, run.Keys), out var all) ? all : null,
        ChecksumKind.FinalRows => FinalsOfRunning.TryGetValue((run.Events, run.Keys), out var finals) ? finals : null,
        _ => new Outcome((ulong)run.Events, run.Events),
    };
}
