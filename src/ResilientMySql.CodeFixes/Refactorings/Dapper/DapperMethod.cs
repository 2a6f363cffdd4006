namespace ResilientMySql.CodeFixes.Refactorings.Dapper;

/// <summary>A method of Dapper's: what it takes from the result set, and what it gives where there is nothing.</summary>
internal sealed record DapperMethod(QueryShape Shape, bool GivesDefault, bool IsAsync)
{
    /// <summary>Null for a method that has no counterpart.</summary>
    public static DapperMethod? Find(string name)
    {
        bool isAsync = name.EndsWith("Async", StringComparison.Ordinal);
        string stem = isAsync ? name.Substring(0, name.Length - "Async".Length) : name;
        return stem switch
        {
            "Query" => new DapperMethod(QueryShape.List, GivesDefault: false, isAsync),
            "QueryFirst" => new DapperMethod(QueryShape.First, GivesDefault: false, isAsync),
            "QueryFirstOrDefault" or "ExecuteScalar" => new DapperMethod(QueryShape.First, GivesDefault: true, isAsync),
            "QuerySingle" => new DapperMethod(QueryShape.Single, GivesDefault: false, isAsync),
            "QuerySingleOrDefault" => new DapperMethod(QueryShape.Single, GivesDefault: true, isAsync),
            "Execute" => new DapperMethod(QueryShape.RowsAffected, GivesDefault: false, isAsync),
            _ => null,
        };
    }
}
