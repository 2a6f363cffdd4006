// The compiler looks for this type in this namespace when it meets init; netstandard2.0 does not have it.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;
