namespace ResilientMySql.Generators.Model;

/// <summary>An asynchronous method that is generated beside a synchronous one.</summary>
/// <param name="Signature">Its declaration up to the body.</param>
/// <param name="CancellationToken">The name of its token.</param>
internal sealed record SiblingModel(string Signature, string CancellationToken);
