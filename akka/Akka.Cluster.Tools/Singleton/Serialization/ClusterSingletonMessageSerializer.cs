namespace Akka.Cluster.Tools.Singleton.Serialization;

using Akka.Actor;
using Akka.Serialization;
using SerializationException = System.Runtime.Serialization.SerializationException;

/// <summary>The messages of a hand-over: nothing but their manifests.</summary>
public class ClusterSingletonMessageSerializer : SerializerWithStringManifest
{
    private const string HandOverToMeManifest = "A";
    private const string HandOverInProgressManifest = "B";
    private const string HandOverDoneManifest = "C";
    private const string TakeOverFromMeManifest = "D";

    public ClusterSingletonMessageSerializer(ExtendedActorSystem system)
        : base(system)
    {
    }

    public override byte[] ToBinary(object obj)
    {
        _ = Manifest(obj);
        return [];
    }

    public override string Manifest(object o) => o switch
    {
        HandOverToMe => HandOverToMeManifest,
        HandOverInProgress => HandOverInProgressManifest,
        HandOverDone => HandOverDoneManifest,
        TakeOverFromMe => TakeOverFromMeManifest,
        _ => throw new ArgumentException(
            $"Can't serialize object of type [{o.GetType()}] in [{nameof(ClusterSingletonMessageSerializer)}]: " +
            "it is no message of a hand-over."),
    };

    public override object FromBinary(byte[] bytes, string manifest) => manifest switch
    {
        HandOverToMeManifest => new HandOverToMe(),
        HandOverInProgressManifest => new HandOverInProgress(),
        HandOverDoneManifest => new HandOverDone(),
        TakeOverFromMeManifest => new TakeOverFromMe(),
        _ => throw new SerializationException(
            $"Unknown manifest [{manifest}] in [{nameof(ClusterSingletonMessageSerializer)}]; a newer node may have sent it."),
    };
}
