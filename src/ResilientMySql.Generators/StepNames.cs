namespace ResilientMySql.Generators;

/// <summary>The generator's steps, by the names under which the compiler tracks them.</summary>
internal static class StepNames
{
    public const string Files = "Files";
    public const string Declarations = "Declarations";
    public const string Methods = "Methods";
    public const string ContestedNames = "ContestedNames";
    public const string Registrations = "Registrations";

    public static IReadOnlyList<string> All { get; } = [Files, Declarations, Methods, ContestedNames];
}
