// What a switch throws that has a case for everything; netstandard2.0 does not have it.
namespace System.Diagnostics;

internal sealed class UnreachableException(string message) : Exception(message);
