using ResilientMySql.Queries;

namespace ResilientMySql.Chaos.Workers.Generated;

/// <summary>
/// What workers with generated statements run. The texts are constants and cannot say whose they are: the mark says that they are
/// those of whom the session belongs to.
/// </summary>
internal static partial class SoakStatements
{
    /// <summary>At the end of each, by which the proxy's watch knows them.</summary>
    public const string Mark = "/* generated */";

    [Execute($"INSERT INTO chaos_ledger (id) VALUES (@id) {Mark}"), GenerateAsync]
    public static partial int Insert(this ResilientMySqlConnection connection, long id);

    [Execute($"UPDATE chaos_counter SET value = value + 1 WHERE id = @id {Mark}"), GenerateAsync]
    public static partial int Raise(this ResilientMySqlConnection connection, long id);

    [Query($"SELECT CAST(SUM(balance) AS SIGNED) FROM chaos_account WHERE id <= @last {Mark}"), GenerateAsync]
    public static partial long? Sum(this ResilientMySqlConnection connection, int last);

    [Query($"SELECT id FROM chaos_account WHERE id <= @last ORDER BY id {Mark}"), GenerateAsync]
    public static partial List<long> List(this ResilientMySqlConnection connection, int last);

    [Execute($"UPDATE chaos_account SET balance = balance + @change WHERE id = @id {Mark}"), GenerateAsync]
    public static partial int Book(this ResilientMySqlTransaction transaction, int change, int id);

    [Execute($"INSERT INTO chaos_transfer (id, source, target, amount) VALUES (@id, @source, @target, @amount) {Mark}"), GenerateAsync]
    public static partial int Note(this ResilientMySqlTransaction transaction, long id, int source, int target, int amount);
}
