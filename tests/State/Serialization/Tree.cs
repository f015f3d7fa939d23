namespace Akka.Flink.State.Tests.Serialization;

internal sealed class Tree
{
    public string Name { get; init; } = "";

    public List<Tree> Children { get; init; } = [];

    public Dictionary<string, Tree?>? ByName { get; set; }
}
