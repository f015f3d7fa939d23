namespace Akka.Flink.Runtime;

using Akka.Flink.Operators;

/// <summary>Every way in which bytes between nodes, or in the control journal, cannot be written or read.</summary>
internal static class WireErrors
{
    private const string Advice =
        "They were changed on the way, or another version wrote them: run the same one on every node, and report it, with the log, if it " +
        "happens again.";

    public static JobException Truncated(string what, int length, int at, long needed) => new(ErrorDomain.Internal,
        $"The bytes of {what} end too early: {needed} are due at {at}, and there are {length} in all. " + Advice);

    public static JobException Damaged(string what, int length, string found) => new(ErrorDomain.Internal,
        $"The bytes of {what}, {length} in all, are damaged: they hold {found}. " + Advice);

    public static JobException UnknownManifest(string manifest) => new(ErrorDomain.Definition,
        $"A message of kind '{manifest}' came from another node, which this version does not know. A newer version runs there: " +
        "run the same one on every node.");

    public static ArgumentException NotAMessage(Type type, string parameter) => new(
        $"'{type}' is no message between nodes. Give it an entry in WireFormats, with a manifest, and let it be an IWireMessage.",
        parameter);

    public static JobException NotForATask(Type type) => new(ErrorDomain.Internal,
        $"A '{type}' came in the envelope of a task, which takes no such message. Run the same version on every node.");
}
