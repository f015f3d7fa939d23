namespace Akka.Remote.Serialization;

using Akka.Actor;
using Akka.Remote.Serialization.Proto;
using Akka.Serialization;
using Google.Protobuf;
using PatternType = Akka.Remote.Serialization.Proto.SelectionEnvelope.Types.PatternType;

/// <summary>Messages on their way through a selection.</summary>
public class MessageContainerSerializer : Serializer
{
    public MessageContainerSerializer(ExtendedActorSystem system)
        : base(system)
    {
    }

    public override bool IncludeManifest => false;

    public override byte[] ToBinary(object obj)
    {
        if (obj is not ActorSelectionMessage selection)
            throw RemotingSerializationErrors.CannotWrite(this, obj);

        var envelope = new SelectionEnvelope
        {
            Payload = NestedPayload.Of(selection.Message, system),
            WildcardFanOut = selection.WildCardFanOut,
        };
        foreach (var element in selection.Elements)
            envelope.Pattern.Add(Write(element));
        return envelope.ToByteArray();
    }

    public override object FromBinary(byte[] bytes, Type type)
    {
        var envelope = SelectionEnvelope.Parser.ParseFrom(bytes);
        var elements = new SelectionPathElement[envelope.Pattern.Count];
        for (var i = 0; i < elements.Length; i++)
            elements[i] = Read(envelope.Pattern[i]);
        return new ActorSelectionMessage(NestedPayload.Read(envelope.Payload, system), elements, envelope.WildcardFanOut);
    }

    private SelectionEnvelope.Types.Selection Write(SelectionPathElement element) => element switch
    {
        SelectChildName name => new() { Type = PatternType.ChildName, Matcher = name.Name },
        SelectChildPattern pattern => new() { Type = PatternType.ChildPattern, Matcher = pattern.PatternStr },
        SelectParent => new() { Type = PatternType.Parent },
        SelectChildRecursive => new() { Type = PatternType.ChildRecursive },
        _ => throw RemotingSerializationErrors.CannotWrite(this, element),
    };

    private SelectionPathElement Read(SelectionEnvelope.Types.Selection selection) => selection.Type switch
    {
        PatternType.ChildName => new SelectChildName(selection.Matcher),
        PatternType.ChildPattern => new SelectChildPattern(selection.Matcher),
        PatternType.Parent => SelectParent.Instance,
        PatternType.ChildRecursive => SelectChildRecursive.Instance,
        _ => throw RemotingSerializationErrors.UnknownManifest(this, selection.Type),
    };
}
