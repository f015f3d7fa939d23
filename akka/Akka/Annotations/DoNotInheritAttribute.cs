namespace Akka.Annotations;

/// <summary>Marks a type that code outside the toolkit must not derive from.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class DoNotInheritAttribute : Attribute;
