namespace ResilientMySql.Queries.Procedures;

/// <summary>What is known of a generated call of a procedure once and for all.</summary>
internal static class ProcedureTexts<TProcedure, TResult>
    where TProcedure : struct, IProcedure<TResult>
{
    /// <summary>What is sent.</summary>
    public static readonly string CommandText = ProcedureText.For(TProcedure.Name, TProcedure.Arguments);

    /// <summary>What messages show.</summary>
    public static readonly string ShownText = $"CALL {TProcedure.Name}";
}
