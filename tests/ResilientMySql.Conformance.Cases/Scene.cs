using System.Data;
using MySqlConnector;
using ResilientMySql.Conformance.Transcripts;
using ResilientMySql.TestServers;

namespace ResilientMySql.Conformance.Cases;

/// <summary>What a case acts on and writes to.</summary>
public sealed class Scene(Ground ground, Transcript transcript)
{
    /// <summary>Of a schema of the case's own, which may hold tables of earlier cases.</summary>
    public string ConnectionString => ground.ConnectionString;

    public string Schema => ground.Schema;

    public CallMode Mode => ground.Mode;

    public bool IsMySql => ground.Engine is ServerEngine.MySql;

    /// <summary>Runs statements outside of what is compared.</summary>
    public Task PrepareAsync(string sql) => ground.PrepareAsync(sql);

    /// <summary>Asks the server outside of what is compared, and notes the answer.</summary>
    public async Task AskAsync(string sql) => Note("server says, " + sql, await ground.AskAsync(sql));

    /// <summary>Asks the server outside of what is compared.</summary>
    public Task<object?> AskQuietlyAsync(string sql) => ground.AskAsync(sql);

    /// <summary>Makes a table anew.</summary>
    public Task TableAsync(string name, string definition, string? insert = null) => ground.PrepareAsync(
        $"DROP TABLE IF EXISTS {name}; CREATE TABLE {name} ({definition});" + (insert is null ? "" : $"INSERT INTO {name} VALUES {insert};"));

    /// <summary>An open connection; <paramref name="options"/> are added to the connection string.</summary>
    public async Task<MySqlConnection> OpenAsync(string options = "")
    {
        var connection = new MySqlConnection($"{ConnectionString};{options}");
        await this.OpenAsync(connection);
        return connection;
    }

    public void Note(string label, object? value) => transcript.Write($"{label}: {Describe.Value(value)}");

    public void Write(string text) => transcript.Write(text);

    /// <summary>Notes what the call gives or throws.</summary>
    public void Try(string label, Func<object?> call)
    {
        try
        {
            Note(label, call());
        }
        catch (Exception exception)
        {
            NoteException(label, exception);
        }
    }

    /// <summary>Notes that the call ended, or what it throws.</summary>
    public void Do(string label, Action call) => Try(label, () =>
    {
        call();
        return "done";
    });

    /// <summary>Notes what the call gives or throws.</summary>
    public async Task<T?> TryAsync<T>(string label, Func<Task<T>> call)
    {
        try
        {
            T value = await call();
            Note(label, value);
            return value;
        }
        catch (Exception exception)
        {
            NoteException(label, exception);
            return default;
        }
    }

    /// <summary>Notes that the call ended, or what it throws.</summary>
    public async Task DoAsync(string label, Func<Task> call) => await TryAsync(label, async () =>
    {
        await call();
        return "done";
    });

    private void NoteException(string label, Exception exception)
    {
        (string text, string? remark) = Describe.Exception(exception);
        transcript.Write($"{label}: {text}", remark);
    }
}
