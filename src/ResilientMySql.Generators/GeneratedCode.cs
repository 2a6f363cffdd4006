namespace ResilientMySql.Generators;

/// <summary>How generated members are marked.</summary>
internal static class GeneratedCode
{
    /// <summary>By this name in <c>[GeneratedCode]</c> the analyzer recognizes what the generator wrote.</summary>
    public const string Tool = "ResilientMySql.Generators";

    /// <summary>
    /// The version is of what is emitted, not of the package: a release that emits the same leaves every generated file as it was.
    /// </summary>
    public const string Attribute = $"[global::System.CodeDom.Compiler.GeneratedCode(\"{Tool}\", \"1\")]";
}
