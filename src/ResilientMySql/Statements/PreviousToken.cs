namespace ResilientMySql.Statements;

/// <summary>What stands before a token in the body of a statement, as far as it changes the token's meaning.</summary>
internal enum PreviousToken
{
    Other,

    /// <summary>A dot: a name follows.</summary>
    Dot,

    /// <summary><c>AS</c>: an alias or a type follows.</summary>
    As,

    /// <summary><c>FOR</c>.</summary>
    For,

    /// <summary><c>MEMBER</c>.</summary>
    Member,

    /// <summary>A string.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A closing parenthesis.</summary>
    Closing,
}
