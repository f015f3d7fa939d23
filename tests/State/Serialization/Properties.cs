namespace Akka.Flink.State.Tests.Serialization;

using FsCheck;
using FsCheck.Fluent;

/// <summary>Runs properties without a line of output for each.</summary>
internal static class Properties
{
    public static void Quietly(this Property property) => property.Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));
}
