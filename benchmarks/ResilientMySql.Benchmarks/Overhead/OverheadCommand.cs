using System.Data.Common;
using System.Diagnostics;
using MySqlConnector;

namespace ResilientMySql.Benchmarks.Overhead;

/// <summary>A command that is there already, and what is done with it; through the base classes, so that both providers run the same lines.</summary>
internal sealed class OverheadCommand : IAsyncDisposable
{
    private readonly OverheadOperation _operation;
    private readonly DbConnection _connection;
    private readonly DbCommand _command;

    private OverheadCommand(OverheadOperation operation, DbConnection connection, string condition)
    {
        _operation = operation;
        _connection = connection;
        _command = connection.CreateCommand();
        _command.CommandText = TextOf(operation) + condition;
        _command.Parameters.Add(new MySqlParameter { MySqlDbType = MySqlDbType.Int32, Value = 312 });
    }

    public static string NameOf(OverheadOperation operation) => operation switch
    {
        OverheadOperation.Scalar => "`ExecuteScalar`",
        OverheadOperation.Reader => "`ExecuteReader`, `Read`, `GetInt32`",
        OverheadOperation.PreparedScalar => "`ExecuteScalar`, prepared",
        OverheadOperation.NonQuery => "`ExecuteNonQuery`",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    /// <param name="operation">What is done.</param>
    /// <param name="connection">A connection; the command's from now on.</param>
    /// <param name="condition">What the statement asks for besides.</param>
    public static OverheadCommand Open(OverheadOperation operation, DbConnection connection, string condition)
    {
        var command = new OverheadCommand(operation, connection, condition);
        connection.Open();
        if (operation is OverheadOperation.PreparedScalar)
            command._command.Prepare();

        return command;
    }

    /// <inheritdoc cref="Open"/>
    public static async Task<OverheadCommand> OpenAsync(OverheadOperation operation, DbConnection connection, string condition)
    {
        var command = new OverheadCommand(operation, connection, condition);
        await connection.OpenAsync();
        if (operation is OverheadOperation.PreparedScalar)
            await command._command.PrepareAsync();

        return command;
    }

    public void Run(int count)
    {
        for (int i = 0; i < count; i++)
        {
            switch (_operation)
            {
                case OverheadOperation.Reader:
                    Read();
                    break;
                case OverheadOperation.NonQuery:
                    _command.ExecuteNonQuery();
                    break;
                case OverheadOperation.Scalar or OverheadOperation.PreparedScalar:
                    _command.ExecuteScalar();
                    break;
                default:
                    throw new UnreachableException();
            }
        }
    }

    public async Task RunAsync(int count)
    {
        for (int i = 0; i < count; i++)
        {
            switch (_operation)
            {
                case OverheadOperation.Reader:
                    await ReadAsync();
                    break;
                case OverheadOperation.NonQuery:
                    await _command.ExecuteNonQueryAsync();
                    break;
                case OverheadOperation.Scalar or OverheadOperation.PreparedScalar:
                    await _command.ExecuteScalarAsync();
                    break;
                default:
                    throw new UnreachableException();
            }
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static string TextOf(OverheadOperation operation) => operation is OverheadOperation.NonQuery
        ? "UPDATE city SET city = city WHERE city_id = ?"
        : "SELECT city_id FROM city WHERE city_id = ?";

    private void Read()
    {
        using DbDataReader reader = _command.ExecuteReader();
        reader.Read();
        reader.GetInt32(0);
    }

    private async Task ReadAsync()
    {
        await using DbDataReader reader = await _command.ExecuteReaderAsync();
        await reader.ReadAsync();
        reader.GetInt32(0);
    }
}
