namespace ResilientMySql.Generators.Model;

/// <summary>How a parameter's value comes into the statement that carries it.</summary>
internal enum ArgumentPassing
{
    /// <summary>As it is.</summary>
    AsItIs,

    /// <summary>An object, which must be there.</summary>
    NotNull,

    /// <summary>A list, which must be there and not be too long.</summary>
    Items,

    /// <summary>The same, copied, since its items cannot be asked for one by one.</summary>
    Copy,

    /// <summary>Characters somewhere else, as a string.</summary>
    Text,

    /// <summary>Bytes somewhere else, as an array.</summary>
    Bytes,
}
