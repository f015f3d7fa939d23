namespace Akka.Flink.AkkaContract.Tests.Serialization;

using Akka.Actor;

/// <summary>Bound to nothing: a message for the default serializer, which makes a round trip of all of this.</summary>
public sealed record Letter(
    string Text,
    int Number,
    decimal Price,
    DateTime At,
    Guid Id,
    IReadOnlyList<string> Lines,
    IActorRef ReplyTo,
    object Content,
    Cat? Nested);
