using MySqlConnector;

namespace ResilientMySql.Failures;

/// <summary>A row of the table of error codes.</summary>
/// <param name="Code">The server's number.</param>
/// <param name="Meaning">What it means beyond "this statement failed".</param>
/// <param name="Reason">Why, in one sentence.</param>
internal readonly record struct ServerError(MySqlErrorCode Code, ServerErrorMeaning Meaning, string Reason)
{
    public int Number => (int)Code;
}
