namespace ResilientMySql.Generators.Model;

/// <summary>The struct that carries a statement and its arguments to the runtime, and the call that hands it over.</summary>
internal sealed record StatementModel
{
    public required string TypeName { get; init; }

    /// <summary>The type parameter of Bind, named unlike those of the containing types.</summary>
    public required string SinkType { get; init; }

    /// <summary>The type parameter of Read, named unlike those of the containing types.</summary>
    public required string RowType { get; init; }

    /// <summary>The local function that converts a task's result, named unlike the method's parameters.</summary>
    public required string ConverterName { get; init; }

    /// <summary>The statement as its author wrote it.</summary>
    public required string Sql { get; init; }

    /// <summary>The statement with placeholders.</summary>
    public required string CommandText { get; init; }

    /// <summary>The expression that reaches the data source from inside the method.</summary>
    public required string DataSource { get; init; }

    /// <summary>The method's cancellation token, or <c>default</c>.</summary>
    public required string CancellationToken { get; init; }

    public required EquatableArray<ArgumentModel> Arguments { get; init; }

    /// <summary>One for each placeholder, in order.</summary>
    public required EquatableArray<BindingModel> Bindings { get; init; }

    public required ResultModel Result { get; init; }
}
