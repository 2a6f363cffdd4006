namespace ResilientMySql.Generators;

/// <summary>The generator's steps, by the names under which the compiler tracks them.</summary>
internal static class StepNames
{
    public const string Methods = "Methods";
    public const string ContestedNames = "ContestedNames";

    public static IReadOnlyList<string> All { get; } = [Methods, ContestedNames];
}
