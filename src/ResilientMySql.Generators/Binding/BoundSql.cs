using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Binding;

/// <summary>What comes of binding a statement's names; no statement where that cannot be done.</summary>
internal sealed record BoundSql(StatementModel? Statement, IReadOnlyList<SqlProblem> Problems);
