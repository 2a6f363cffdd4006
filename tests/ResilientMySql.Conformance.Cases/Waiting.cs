using System.Globalization;

namespace ResilientMySql.Conformance.Cases;

/// <summary>Waits for what another session does.</summary>
internal static class Waiting
{
    /// <summary>Until the query gives more than zero.</summary>
    public static async Task WaitForAsync(this Scene scene, string sql)
    {
        for (int attempt = 0; attempt < 3000; attempt++)
        {
            if (Convert.ToInt64(await scene.AskQuietlyAsync(sql), CultureInfo.InvariantCulture) > 0)
                return;

            await Task.Delay(10);
        }

        throw new TimeoutException(sql);
    }

    /// <summary>Until an update of this schema's sessions runs, which then waits for a lock or is about to.</summary>
    public static Task WaitForWaitersAsync(this Scene scene) => scene.WaitForAsync(
        $"SELECT COUNT(*) FROM information_schema.processlist WHERE db = '{scene.Schema}' AND info LIKE 'UPDATE%'");
}
