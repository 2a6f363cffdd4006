using MySqlConnector;

namespace ResilientMySql.Conformance.Cases.Commands;

/// <summary>What ExecuteScalar gives.</summary>
public static class Scalars
{
    public static async Task Values(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        foreach (string expression in new[] { "1", "NULL", "'text'", "''", "1.5", "1.5e0", "TRUE", "X'4142'", "b'1'", "DATE '2024-02-29'", "TIME '12:34:56.789'", "TIMESTAMP '2024-02-29 12:34:56'", "CAST(1 AS UNSIGNED)", "UUID() IS NULL", "COUNT(*)", "18446744073709551615" })
            await scene.QueryAsync(connection, "SELECT " + expression);
    }

    public static async Task NoRows(Scene scene)
    {
        await scene.TableAsync("no_rows", "id INT");
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.QueryAsync(connection, "SELECT id FROM no_rows");
        await scene.QueryAsync(connection, "SELECT MAX(id) FROM no_rows");
        await scene.QueryAsync(connection, "INSERT INTO no_rows VALUES (1)");
        await scene.QueryAsync(connection, "DO 1");
        await scene.QueryAsync(connection, "CREATE TABLE IF NOT EXISTS no_rows (id INT)");
    }

    public static async Task SeveralResults(Scene scene)
    {
        await scene.TableAsync("several_results", "id INT");
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.QueryAsync(connection, "SELECT 1, 2");
        await scene.QueryAsync(connection, "SELECT 1; SELECT 2");
        await scene.QueryAsync(connection, "SELECT id FROM several_results; SELECT 2");
        await scene.QueryAsync(connection, "INSERT INTO several_results VALUES (1); SELECT 2");
        await scene.QueryAsync(connection, "SELECT 1; nonsense");
        await scene.QueryAsync(connection, "SELECT 1; SELECT * FROM there_is_no_such");
        await scene.QueryAsync(connection, "SELECT 3");
    }

    public static async Task WrongInTheMiddle(Scene scene)
    {
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.QueryAsync(connection, "SELECT 1 UNION ALL SELECT (SELECT 1 UNION ALL SELECT 2)");
        await scene.QueryAsync(connection, "SELECT 1/0");
        await scene.QueryAsync(connection, "SELECT 4");
        scene.Note("state", connection.State);
    }

    public static async Task ValuesThatDoNotConvert(Scene scene)
    {
        await scene.PrepareAsync("DROP TABLE IF EXISTS zero_date; SET SESSION sql_mode = ''; CREATE TABLE zero_date (d DATE, t DATETIME); INSERT INTO zero_date VALUES ('0000-00-00', '0000-00-00 00:00:00')");
        using MySqlConnection connection = await scene.OpenAsync();
        await scene.QueryAsync(connection, "SELECT d FROM zero_date");
        await scene.QueryAsync(connection, "SELECT t FROM zero_date");
        await scene.QueryAsync(connection, "SELECT CAST('x23e4567-e89b-12d3-a456-426614174000' AS CHAR(36))");
        await scene.QueryAsync(connection, "SELECT 5");
    }
}
