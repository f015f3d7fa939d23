namespace Akka.Annotations;

/// <summary>Marks a member that is internal and nevertheless keeps its shape.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class InternalStableApiAttribute : Attribute;
