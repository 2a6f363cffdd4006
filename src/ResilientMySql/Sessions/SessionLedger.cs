using ResilientMySql.Statements;

namespace ResilientMySql.Sessions;

/// <summary>
/// What makes a session itself: the statements that a new session needs to become like it, in order, and the reasons why none
/// ever could.
/// </summary>
internal sealed class SessionLedger
{
    private const int MostStatements = 64;
    private const int MostCharacters = 1 << 20;
    private const string SchemaKey = "schema";
    private const string AutocommitKey = "autocommit";
    private const string TransactionKey = "transaction";

    private readonly List<LedgerEntry> _entries = [];

    /// <summary>What to replay, oldest first.</summary>
    public IReadOnlyList<LedgerEntry> Entries => _entries;

    /// <summary>The schema changed to since the session was opened, or null.</summary>
    public string? Schema => _entries.Find(static entry => entry.Key == SchemaKey).Schema;

    /// <summary>Whether autocommit was switched off, or on; null for neither.</summary>
    public bool? AutocommitIsOff => _entries.Find(static entry => entry.Key == AutocommitKey).Statement is { } statement
        ? StatementClassifier.Classify(statement).Kind is StatementKind.AutocommitOff
        : null;

    /// <summary>Why this session cannot be rebuilt, or null: the statement that pinned it, without its values.</summary>
    public string? Pin { get; private set; }

    public bool IsPinned => Pin is not null;

    /// <summary>Whether the session is as it was when it was opened.</summary>
    public bool IsClean => Pin is null && _entries.Count == 0;

    /// <summary>
    /// Whether every text means what it meant when the session was opened: what was set since then, if anything, has to do with
    /// transactions only.
    /// </summary>
    public bool KeepsMeanings => Pin is null && (_entries.Count == 0 || _entries.TrueForAll(static entry => entry.Key is TransactionKey or AutocommitKey));

    /// <summary>Whether nothing was set but by that statement.</summary>
    public bool IsOnly(string? statement) => Pin is null && _entries is [{ } only] && only.Statement == statement;

    /// <summary>Takes down what a statement that has run left on the session.</summary>
    public void Note(StatementKind kind, string sql)
    {
        switch (kind)
        {
            case StatementKind.UseSchema:
                Put(new(SchemaKey, sql, SchemaName.Read(sql)));
                break;
            case StatementKind.SetSession or StatementKind.AutocommitOff or StatementKind.AutocommitOn:
                NoteSetting(SetStatement.KeyOf(sql), sql);
                break;
            case StatementKind.Pin or StatementKind.Opaque:
                NotePin(sql);
                break;
        }
    }

    /// <summary>A later statement that sets the same variables takes the earlier one's place.</summary>
    public void NoteSetting(string key, string sql)
    {
        // Transactions set their level anew each time.
        var entry = new LedgerEntry(key, sql);
        if (_entries is not [.., var last] || last != entry)
            Put(entry);
    }

    /// <summary>What the session had of its server's defaults, and the new server has not; before all that its user has set.</summary>
    public void NoteInherited(string key, string sql)
    {
        if (!_entries.Exists(entry => entry.Key == key))
            _entries.Insert(0, new(key, sql));
    }

    /// <summary>A new session did not take this statement as the lost one did.</summary>
    public void NoteNotReplayed(string sql) => Pin ??= $"{StatementText.WithoutValues(sql)} (which a new session does not take as the lost one did)";

    /// <summary>The server has given up all of it but the schema, as it was asked to.</summary>
    public void Reset()
    {
        _entries.RemoveAll(static entry => entry.Key != SchemaKey);
        Pin = null;
    }

    /// <summary>The session is as it was when it was opened.</summary>
    public void Clear()
    {
        _entries.Clear();
        Pin = null;
    }

    private void Put(LedgerEntry entry)
    {
        int earlier = _entries.FindIndex(other => other.Key == entry.Key);
        if (earlier >= 0 && !IsUsedLater(earlier))
            _entries.RemoveAt(earlier);
        else if (earlier >= 0 && _entries.FindLast(static other => IsCharacterSet(other.Key)).Statement == entry.Statement)
            return;

        _entries.Add(entry);
        if (_entries.Count > MostStatements)
            NotePin($"more than {MostStatements} SET statements");
        else if (_entries.Sum(static other => other.Statement.Length) > MostCharacters)
            NotePin($"SET statements of more than {MostCharacters} characters");
    }

    /// <summary>A text that a user variable was set to is of the character set that was in force then.</summary>
    private bool IsUsedLater(int index) => IsCharacterSet(_entries[index].Key)
        && _entries.FindIndex(index, static entry => entry.Key.StartsWith('@')) >= 0;

    private static bool IsCharacterSet(string key) => key is "names"
        || key.StartsWith("character_set", StringComparison.Ordinal) || key.StartsWith("collation", StringComparison.Ordinal);

    /// <summary>The first pin is the one that is named.</summary>
    private void NotePin(string sql) => Pin ??= StatementText.WithoutValues(sql);
}
