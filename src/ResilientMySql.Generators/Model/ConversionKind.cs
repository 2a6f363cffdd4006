namespace ResilientMySql.Generators.Model;

internal enum ConversionKind
{
    /// <summary>An enum is cast from or to its underlying number.</summary>
    EnumNumber,

    /// <summary>An enum is stored as its member's name.</summary>
    EnumName,

    /// <summary>Any type is stored as JSON.</summary>
    Json,

    /// <summary>The author's converter.</summary>
    Converter,
}
