namespace ResilientMySql.Generators.Model;

/// <summary>An INSERT whose group of values is repeated for each of a collection's items.</summary>
/// <param name="Rows">The binding that names the collection.</param>
/// <param name="Head">The statement up to the group.</param>
/// <param name="Group">The group, in its parentheses.</param>
/// <param name="Tail">The rest of the statement.</param>
/// <param name="HeadBindings">How many of the statement's bindings are in the head.</param>
/// <param name="GroupBindings">How many are in the group.</param>
internal sealed record BulkModel(BindingModel Rows, string Head, string Group, string Tail, int HeadBindings, int GroupBindings);
