using MySqlConnector;

namespace ResilientMySql.Sessions;

/// <summary>A session's prepared commands of generated queries, each in the array slot of its query type.</summary>
internal sealed class PreparedQueries
{
    private MySqlCommand?[] _commands = [];

    /// <summary>The command prepared for the query of that slot on this session, or null.</summary>
    public MySqlCommand? Find(int slot) => slot < _commands.Length ? _commands[slot] : null;

    public void Add(int slot, MySqlCommand command)
    {
        if (slot >= _commands.Length)
            Array.Resize(ref _commands, Math.Max(slot + 1, _commands.Length * 2));

        _commands[slot] = command;
    }

    /// <summary>Forgets them all: their physical connection is gone.</summary>
    public void Clear()
    {
        foreach (MySqlCommand? command in _commands)
            command?.Dispose();

        Array.Clear(_commands);
    }
}
