using ResilientMySql.Statements;

namespace ResilientMySql.Sessions;

/// <summary>
/// What makes a session itself: the statements that a new session needs to become like it, in order, and the reasons why none
/// ever could.
/// </summary>
internal sealed class SessionLedger
{
    private const int LongestReplay = 64;

    private readonly List<KeyValuePair<string, string>> _settings = [];

    /// <summary>The schema changed to since the session was opened, or null.</summary>
    public string? Schema { get; private set; }

    /// <summary>Why this session cannot be rebuilt, or null: the statement that pinned it, without its values.</summary>
    public string? Pin { get; private set; }

    public bool IsPinned => Pin is not null;

    /// <summary>Whether the session is as it was when it was opened.</summary>
    public bool IsClean => Schema is null && Pin is null && _settings.Count == 0;

    /// <summary>The SET statements to replay, oldest first.</summary>
    public IEnumerable<string> Settings => _settings.Select(static setting => setting.Value);

    /// <summary>Takes down what a statement that has run left on the session.</summary>
    public void Note(StatementKind kind, string sql)
    {
        switch (kind)
        {
            case StatementKind.UseSchema:
                NoteSchema(SchemaName.Read(sql));
                break;
            case StatementKind.SetSession or StatementKind.AutocommitOff or StatementKind.AutocommitOn:
                NoteSetting(SetStatement.KeyOf(sql), sql);
                break;
            case StatementKind.Pin or StatementKind.Opaque:
                NotePin(sql);
                break;
        }
    }

    public void NoteSchema(string schema) => Schema = schema;

    /// <summary>A later statement that sets the same variables takes the earlier one's place.</summary>
    public void NoteSetting(string key, string sql)
    {
        _settings.RemoveAll(setting => setting.Key == key);
        _settings.Add(new(key, sql));
        if (_settings.Count > LongestReplay)
            NotePin($"more than {LongestReplay} SET statements");
    }

    /// <summary>A new session did not take this statement as the lost one did.</summary>
    public void NoteNotReplayed(string sql) => Pin ??= $"{StatementText.WithoutValues(sql)} (which a new session does not take as the lost one did)";

    /// <summary>The server has given up all of it but the schema, as it was asked to.</summary>
    public void Reset()
    {
        _settings.Clear();
        Pin = null;
    }

    /// <summary>The first pin is the one that is named.</summary>
    private void NotePin(string sql) => Pin ??= StatementText.WithoutValues(sql);
}
