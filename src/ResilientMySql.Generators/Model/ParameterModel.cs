namespace ResilientMySql.Generators.Model;

/// <summary>A method parameter that the SQL is to name.</summary>
internal sealed record ParameterModel
{
    public required string Name { get; init; }

    /// <summary>The type of the field that holds its value during the call.</summary>
    public required string Type { get; init; }

    /// <summary>How the field gets its value.</summary>
    public ArgumentPassing Passing { get; init; }

    /// <summary>Whether the parameter's type has a question mark.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Out and ref parameters are a stored procedure's.</summary>
    public ArgumentDirection Direction { get; init; }

    /// <summary>What is bound for it, or for each of its items; null for an object, whose members are bound.</summary>
    public ScalarModel? Scalar { get; init; }

    /// <summary>Where it is a collection.</summary>
    public ListModel? List { get; init; }

    /// <summary>What the SQL may name of an object, or of a collection's objects.</summary>
    public EquatableArray<PropertyModel> Properties { get; init; }

    /// <summary>Whether its type has no counterpart in SQL, which was reported.</summary>
    public bool IsUnsupported => Scalar is null && Properties.Count == 0;
}
