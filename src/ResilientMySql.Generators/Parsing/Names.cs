using Microsoft.CodeAnalysis.CSharp;
using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Parsing;

/// <summary>Finds names for what is generated that collide with nothing.</summary>
internal static class Names
{
    /// <summary>The members of a generated struct, and the parameter of its Bind: a field may not have their names.</summary>
    private static readonly HashSet<string> OfStatement =
    [
        "Arguments", "Bind", "BindHead", "BindRow", "BindTail", "Read", "Head", "Row", "RowCount", "Tail", "CommandText", "CountOf", "Lists",
        "IsDeclaredIdempotent", "Members", "Name", "ReadOut", "MemberNames", "Results", "sink", "list", "place", "row",
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    ];

    /// <summary>A keyword gets an @; also field, which is one inside properties.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && name != "field" ? name : "@" + name;

    /// <summary><paramref name="preferred"/>, followed by as few underscores as make it unlike those taken.</summary>
    public static string Unused(string preferred, Func<string, bool> isTaken)
    {
        while (isTaken(preferred))
            preferred += "_";

        return preferred;
    }

    public static bool IsMemberOfStatement(string name) => OfStatement.Contains(name) || IsLocalOfBind(name);

    /// <summary>Bind has locals called value, value0, value1 ….</summary>
    private static bool IsLocalOfBind(string name) => name.StartsWith("value", StringComparison.Ordinal) && name.Skip("value".Length).All(char.IsDigit);

    /// <summary>The struct that carries a method's statement: nothing else in scope has its name.</summary>
    public static string StatementType(MethodDeclaration declaration, string discriminator)
    {
        bool isOverloaded = declaration.ContainingType.GetMembers(declaration.Name).Length > 1;
        string suffix = declaration.Kind switch
        {
            StatementKind.Query => "Query",
            StatementKind.Execute => "Statement",
            _ => "Call",
        };

        string name = declaration.Name + suffix + (isOverloaded ? $"_{discriminator}" : "");
        int position = declaration.Syntax.Identifier.SpanStart;
        return Unused(name, candidate => !declaration.SemanticModel.LookupSymbols(position, name: candidate).IsEmpty);
    }

    /// <summary>A type parameter that hides none of the containing types'.</summary>
    public static string TypeParameter(MethodDeclaration declaration, string preferred)
    {
        int position = declaration.Syntax.Identifier.SpanStart;
        return Unused(preferred, candidate => !declaration.SemanticModel.LookupNamespacesAndTypes(position, name: candidate).IsEmpty);
    }
}
