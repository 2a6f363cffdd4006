// The compiler puts this attribute on the copy constructors of records with required members; netstandard2.0 does not have it.
namespace System.Diagnostics.CodeAnalysis;

[AttributeUsage(AttributeTargets.Constructor)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
