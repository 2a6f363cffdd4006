using System.Globalization;
using MySqlConnector;
using ResilientMySql.FaultMatrix.Expectations;
using ResilientMySql.FaultMatrix.Lanes;

namespace ResilientMySql.FaultMatrix.Faults;

/// <summary>The sessions end, and others take all the places.</summary>
internal sealed class TooManyConnections(Restart restart) : IdleFault
{
    // The fewest that MariaDB takes.
    private const int Limit = 10;
    private const int Usual = 200;

    private readonly List<MySqlConnection> _fillers = [];

    public override string Name => restart is Restart.Never ? "too many connections, for good" : "too many connections, for a while";

    public override Meaning Meaning => Meaning.DiedIdle(restart is Restart.Never ? Comeback.TurnedAway(1040) : Comeback.InTime);

    public override Timeouts Timeouts => restart.TimeoutsOf();

    protected override async Task StrikeAsync(Lane lane, IReadOnlyList<Cell> cells)
    {
        await lane.KillSessionsAsync();
        await using MySqlConnection root = await lane.OpenRootAsync();
        await SetLimitAsync(root, Limit);
        await Lane.UntilAsync(
            async () =>
            {
                await TryFillAsync(lane);
                return _fillers.Count == Limit - 1 && await StatusAsync(root, "variable_name = 'Threads_connected'") == Limit;
            },
            "all places are taken");

        // The administrator's own place goes to one more.
        await root.CloseAsync();
        await Lane.UntilAsync(() => TryFillAsync(lane), "the last place is taken");
    }

    protected override async Task PassAsync(Lane lane)
    {
        if (restart is Restart.Never)
            return;

        await using MySqlConnection root = await OpenRootAsync(lane);
        const string Refusals = "variable_name IN ('Connection_errors_max_connections', 'Aborted_connects')";
        long before = await StatusAsync(root, Refusals);
        await Lane.UntilAsync(async () => await StatusAsync(root, Refusals) > before, "somebody is turned away");
        await SetLimitAsync(root, Usual);
        await LeaveAsync();
    }

    public override async Task HealAsync(Lane lane)
    {
        await LeaveAsync();
        await using MySqlConnection root = await OpenRootAsync(lane);
        await SetLimitAsync(root, Usual);
    }

    /// <summary>The place that the server keeps for its administrator may be taken for a moment by one who is being turned away.</summary>
    private static async Task<MySqlConnection> OpenRootAsync(Lane lane)
    {
        MySqlConnection? root = null;
        await Lane.UntilAsync(
            async () =>
            {
                try
                {
                    root = await lane.OpenRootAsync();
                }
                catch (MySqlException full) when (full.ErrorCode is MySqlErrorCode.ConnectionCountError)
                {
                }

                return root is not null;
            },
            "the administrator gets in");
        return root!;
    }

    private async Task<bool> TryFillAsync(Lane lane)
    {
        var filler = new MySqlConnection(
            $"Server={lane.Server.Directory}/socket;Protocol=Unix;User ID={Lane.Filler};SSL Mode=None;Pooling=false");
        try
        {
            await filler.OpenAsync();
            _fillers.Add(filler);
            return true;
        }
        catch (MySqlException full) when (full.ErrorCode is MySqlErrorCode.ConnectionCountError)
        {
            await filler.DisposeAsync();
            return false;
        }
    }

    private async Task LeaveAsync()
    {
        foreach (MySqlConnection filler in _fillers)
            await filler.DisposeAsync();
        _fillers.Clear();
    }

    private static async Task SetLimitAsync(MySqlConnection root, int limit)
    {
        await using var command = new MySqlCommand(string.Create(CultureInfo.InvariantCulture, $"SET GLOBAL max_connections = {limit}"), root);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> StatusAsync(MySqlConnection root, string condition)
    {
        await using var command = new MySqlCommand($"SHOW GLOBAL STATUS WHERE {condition}", root);
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        long sum = 0;
        while (await reader.ReadAsync())
            sum += long.Parse(reader.GetString(1), CultureInfo.InvariantCulture);
        return sum;
    }
}
