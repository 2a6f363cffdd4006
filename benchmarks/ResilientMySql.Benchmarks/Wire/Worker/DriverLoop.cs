using System.Runtime.CompilerServices;
using MySqlConnector;

namespace ResilientMySql.Benchmarks.Wire.Worker;

/// <summary>
/// The cheapest that the driver does: a connection for each caller, held open, one command on it, prepared once, with a parameter
/// found by its position, a reader and the only getter that does not box.
/// </summary>
internal sealed class DriverLoop(string connectionString) : QueryLoop
{
    private const string Sql = "SELECT city_id FROM city WHERE city = ?";

    private readonly List<MySqlCommand> _commands = [];

    public override void Open()
    {
        MySqlCommand command = Create();
        command.Connection!.Open();
        command.Prepare();
        _commands.Add(command);
    }

    public override async Task OpenAsync()
    {
        MySqlCommand command = Create();
        await command.Connection!.OpenAsync();
        await command.PrepareAsync();
        _commands.Add(command);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Ask(int caller, Turn turn)
    {
        MySqlCommand command = _commands[caller];
        MySqlParameter city = command.Parameters[0];
        while (turn.GoesOn)
        {
            city.Value = turn.City;
            using MySqlDataReader reader = command.ExecuteReader();
            reader.Read();
            turn.Answered(reader.GetInt32(0));
        }
    }

    public override async Task AskAsync(int caller, Turn turn)
    {
        MySqlCommand command = _commands[caller];
        MySqlParameter city = command.Parameters[0];
        while (turn.GoesOn)
        {
            city.Value = turn.City;
            await using MySqlDataReader reader = await command.ExecuteReaderAsync();
            await reader.ReadAsync();
            turn.Answered(reader.GetInt32(0));
        }
    }

    public override void Dispose() => _commands.ForEach(static command => command.Connection!.Dispose());

    private MySqlCommand Create()
    {
        var command = new MySqlCommand(Sql, new MySqlConnection(connectionString + ";Pooling=False"));
        command.Parameters.Add(new MySqlParameter { MySqlDbType = MySqlDbType.VarChar });
        return command;
    }
}
