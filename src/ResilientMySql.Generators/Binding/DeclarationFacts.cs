using ResilientMySql.Generators.Effects;
using ResilientMySql.Generators.Findings;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Binding;

/// <summary>What a method's declaration tells of its statement.</summary>
internal static class DeclarationFacts
{
    public static StatementFacts Of(DeclarationModel declaration, string sql)
    {
        CallModel call = declaration.Call;
        return new StatementFacts
        {
            Sql = sql,
            IsQuery = declaration.Kind is StatementKind.Query,
            Result = TakenBy(call.Result?.Shape),
            Members = call.Result?.Row is { } row ? MembersOf(row) : null,
            Host = HostOf(call),
            IsDeclaredIdempotent = call.IdempotenceReason is not null,
            IdempotentReason = call.IdempotenceReason,
            Parameters = [.. call.Parameters.SelectMany(parameter => NamesOf(parameter, call))],
            UserVariables = call.UserVariables,
        };
    }

    /// <summary>Where nothing is known of the host, which was reported, it may be in a transaction.</summary>
    public static StatementHost HostOf(CallModel call) => call.Host?.Kind switch
    {
        HostKind.DataSource => StatementHost.DataSource,
        HostKind.Transaction => StatementHost.Transaction,
        _ => StatementHost.Connection,
    };

    private static TakenResult TakenBy(ResultShape? shape) => shape switch
    {
        ResultShape.First or ResultShape.FirstOrDefault or ResultShape.Stream or ResultShape.Text => TakenResult.FirstRow,
        ResultShape.Single or ResultShape.SingleOrDefault => TakenResult.SingleRow,
        ResultShape.Exists => TakenResult.Existence,
        ResultShape.List or ResultShape.ReadOnlyList or ResultShape.Array or ResultShape.Enumerable or ResultShape.AsyncEnumerable or ResultShape.Rows => TakenResult.AllRows,
        ResultShape.Sets => TakenResult.SeveralSets,
        ResultShape.RowsAffected or ResultShape.Nothing => TakenResult.None,
        ResultShape.InsertId => TakenResult.InsertId,
        _ => TakenResult.Raw,
    };

    private static MemberFact[] MembersOf(RowModel row)
    {
        bool[] nullable = [.. NullabilityOf(row, isNullable: false)];
        IReadOnlyList<string> names = row.ColumnNames;
        return [.. nullable.Select((isNullable, column) => new MemberFact(names.Count == nullable.Length ? names[column] : null, isNullable))];
    }

    /// <summary>A row inside the row that is null where all its columns are takes NULL in each of them.</summary>
    private static IEnumerable<bool> NullabilityOf(RowModel row, bool isNullable) => row.Members.SelectMany(member => member.Row is { } inner
        ? NullabilityOf(inner, isNullable || member.IsNullable)
        : [isNullable || member.Scalar is null or { IsNullable: true }]);

    private static IEnumerable<ParameterFact> NamesOf(ParameterModel parameter, CallModel call)
    {
        if (parameter.Scalar is { } scalar)
            yield return new ParameterFact(parameter.Name, scalar.IsNullable && parameter.List is null, parameter.List is { Most: null });

        foreach (PropertyModel property in parameter.Properties)
        {
            yield return new ParameterFact($"{parameter.Name}.{property.Name}", property.Scalar.IsNullable);
            if (call.Parameters.All(other => !other.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase)))
                yield return new ParameterFact(property.Name, property.Scalar.IsNullable);
        }
    }
}
