using System.Text.RegularExpressions;

namespace ResilientMySql.Conformance.Transcripts;

/// <summary>Calls our types what the driver calls its own.</summary>
public static partial class TypeNames
{
    /// <summary>A text in which our type names are the driver's. ResilientMySqlException has no counterpart and stays.</summary>
    public static string ToDriver(string text) => OurName().Replace(text.Replace("ResilientMySqlFactory", "MySqlConnectorFactory", StringComparison.Ordinal), "$1");

    /// <summary>The type's name without its namespace, generic arguments included.</summary>
    public static string Of(Type type)
    {
        if (type.IsArray)
            return Of(type.GetElementType()!) + "[]";

        if (!type.IsGenericType)
            return type.Name;

        string arguments = string.Join(", ", type.GetGenericArguments().Select(Of));
        return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{arguments}>";
    }

    [GeneratedRegex(@"(?:ResilientMySql\.)?Resilient(MySql(?!Exception)\w+)")]
    private static partial Regex OurName();
}
