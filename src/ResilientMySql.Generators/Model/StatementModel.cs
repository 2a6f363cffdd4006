namespace ResilientMySql.Generators.Model;

/// <summary>The struct that carries a statement and its arguments to the runtime, and the call that hands it over.</summary>
internal sealed record StatementModel
{
    /// <summary>The statement as its author wrote it.</summary>
    public required string Sql { get; init; }

    /// <summary>The statement with placeholders.</summary>
    public required string CommandText { get; init; }

    public required EquatableArray<ArgumentModel> Arguments { get; init; }

    /// <summary>One for each placeholder, in order.</summary>
    public required EquatableArray<BindingModel> Bindings { get; init; }

    /// <summary>Where rows of a collection are inserted.</summary>
    public BulkModel? Bulk { get; init; }

    /// <summary>Where a stored procedure gives values back through its arguments.</summary>
    public ProcedureModel? Procedure { get; init; }
}
