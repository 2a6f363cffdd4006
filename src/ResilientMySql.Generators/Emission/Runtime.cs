namespace ResilientMySql.Generators.Emission;

/// <summary>The library's names, as generated code writes them.</summary>
internal static class Runtime
{
    public const string Queries = "global::ResilientMySql.Queries.";

    private const string Tasks = "global::System.Threading.Tasks.";

    public static string ValueTask(string type) => type == "void" ? Tasks + "ValueTask" : $"{Tasks}ValueTask<{type}>";
}
