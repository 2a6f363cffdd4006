namespace ResilientMySql.Generators.Model;

/// <summary>Names for what is generated, unlike all that are in scope.</summary>
/// <param name="Statement">The struct that carries the statement.</param>
/// <param name="Sink">The type parameter of Bind.</param>
/// <param name="Row">The type parameter of Read.</param>
/// <param name="Converter">The local function that converts a task's result.</param>
internal sealed record GeneratedNames(string Statement, string Sink, string Row, string Converter);
