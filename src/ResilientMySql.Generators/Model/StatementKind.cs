namespace ResilientMySql.Generators.Model;

/// <summary>Which attribute the method has.</summary>
internal enum StatementKind
{
    /// <summary>[Query]: there is a result set.</summary>
    Query,

    /// <summary>[Execute]: there is none.</summary>
    Execute,

    /// <summary>[Procedure]: a stored procedure is called.</summary>
    Procedure,
}
