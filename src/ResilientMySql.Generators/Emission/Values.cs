using ResilientMySql.Generators.Model;

namespace ResilientMySql.Generators.Emission;

/// <summary>Writes the expressions that turn a value into what is sent, and what is read into a value.</summary>
internal static class Values
{
    private const string JsonColumn = Runtime.Queries + "JsonColumn.";
    private const string EnumNames = Runtime.Queries + "EnumNames";

    /// <summary>The argument of the sink's method for <paramref name="value"/>; <paramref name="local"/> is a name that is free there.</summary>
    public static string Sent(ScalarModel scalar, string value, string local) => scalar.Conversion switch
    {
        null => value,
        { Kind: ConversionKind.EnumNumber } => $"(global::System.{scalar.Kind}{(scalar.IsNullable ? "?" : "")}){value}",
        _ when scalar.IsNullable => $"{value} is {{ }} {local} ? {Converted(scalar.Conversion, local)} : null",
        var conversion => Converted(conversion, value),
    };

    /// <summary>The value of the column at <paramref name="ordinal"/> of the current row.</summary>
    public static string Read(ScalarModel scalar, int ordinal)
    {
        string value = Restored(scalar.Conversion, $"row.{scalar.Kind}({ordinal})");
        return scalar.IsNullable ? $"row.IsNull({ordinal}) ? null : {value}" : value;
    }

    private static string Converted(ConversionModel conversion, string value) => conversion.Kind switch
    {
        ConversionKind.EnumName => $"{EnumNames}.Of({value})",
        ConversionKind.Json => $"{JsonColumn}Write<{conversion.Type}>({value}, {conversion.Via}.Default)",
        ConversionKind.Converter => $"{conversion.Via}.ToColumn({value})",
        _ => throw new ArgumentOutOfRangeException(nameof(conversion)),
    };

    private static string Restored(ConversionModel? conversion, string column) => conversion switch
    {
        null => column,
        { Kind: ConversionKind.EnumNumber } => $"({conversion.Type}){column}",
        { Kind: ConversionKind.EnumName } => $"{EnumNames}.Parse<{conversion.Type}>({column})",
        { Kind: ConversionKind.Json } => $"{JsonColumn}Read<{conversion.Type}>({column}, {conversion.Via}.Default)",
        _ => $"{conversion.Via}.FromColumn({column})",
    };
}
