using MySqlConnector;

namespace ResilientMySql.Benchmarks.Contenders;

/// <summary>
/// The floor: a connection for each caller that nobody takes or gives back, with one command on it, prepared once. Only its
/// single caller may use it, and nothing repairs it.
/// </summary>
internal sealed class HeldOpen(string name, string connectionString, int callers) : Contender
{
    private readonly MySqlCommand?[] _commands = new MySqlCommand?[callers];

    public override string Name => name;

    public override int Request(int caller, string city)
    {
        MySqlCommand command = _commands[caller] ??= Open();
        command.Parameters[0].Value = city;
        using MySqlDataReader reader = command.ExecuteReader();
        reader.Read();
        return reader.GetInt32(0);
    }

    public override async ValueTask<int> RequestAsync(int caller, string city)
    {
        MySqlCommand command = _commands[caller] ??= await OpenAsync();
        command.Parameters[0].Value = city;
        await using MySqlDataReader reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return reader.GetInt32(0);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (MySqlCommand command in _commands.OfType<MySqlCommand>())
            await command.Connection!.DisposeAsync();
    }

    private MySqlCommand Open()
    {
        MySqlCommand command = CreateCommand();
        command.Connection!.Open();
        command.Prepare();
        return command;
    }

    private async Task<MySqlCommand> OpenAsync()
    {
        MySqlCommand command = CreateCommand();
        await command.Connection!.OpenAsync();
        await command.PrepareAsync();
        return command;
    }

    private MySqlCommand CreateCommand()
    {
        var command = new MySqlCommand(CityQueries.Sql, new MySqlConnection(connectionString + ";Pooling=False"));
        command.Parameters.Add("@city", MySqlDbType.VarChar);
        return command;
    }
}
