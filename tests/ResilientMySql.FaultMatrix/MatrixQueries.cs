using ResilientMySql.Queries;

namespace ResilientMySql.FaultMatrix;

/// <summary>A generated query and a generated statement.</summary>
internal sealed partial class MatrixQueries(ResilientMySqlDataSource dataSource)
{
    [Query("SELECT COUNT(*) FROM entry WHERE tag = @tag AND note <> @note")]
    public partial long Count(string tag, string note);

    [Query("SELECT COUNT(*) FROM entry WHERE tag = @tag AND note <> @note")]
    public partial ValueTask<long> CountAsync(string tag, string note);

    [Execute("INSERT INTO entry (tag, note) VALUES (@tag, @note)")]
    public partial int Add(string tag, string note);

    [Execute("INSERT INTO entry (tag, note) VALUES (@tag, @note)")]
    public partial ValueTask<int> AddAsync(string tag, string note);
}
