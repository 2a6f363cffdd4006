using ResilientMySql.Queries;

namespace ResilientMySql.FaultMatrix;

/// <summary>A generated query and a generated statement for connections and transactions that are open.</summary>
internal static partial class HostedQueries
{
    [Query("SELECT note FROM entry WHERE tag = @tag AND note <> @note ORDER BY id"), GenerateAsync]
    public static partial List<string> ListNotes(this ResilientMySqlConnection connection, string tag, string note);

    [Execute("INSERT INTO entry (tag, note) VALUES (@tag, @note)"), GenerateAsync]
    public static partial int Add(this ResilientMySqlTransaction transaction, string tag, string note);
}
