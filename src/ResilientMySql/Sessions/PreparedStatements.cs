using System.Globalization;
using MySqlConnector;
using ResilientMySql.Wire;

namespace ResilientMySql.Sessions;

/// <summary>
/// What a session keeps prepared on its physical connection, from lease to lease, in the order of use: statements of hand-written
/// commands by their text, generated ones by the array slot of their type.
/// </summary>
/// <param name="most">How many may be kept; with 0, what is prepared on request goes with its lease.</param>
/// <param name="automaticAfter">After how many uses a text is prepared by itself; 0 for never.</param>
internal sealed class PreparedStatements(int most, int automaticAfter)
{
    private static readonly TimeSpan TimerAccuracy = TimeSpan.FromMilliseconds(100);

    // At the server's limit, each attempt costs two round trips.
    private const int UsesBetweenAttempts = 100;

    // The one used last comes first; each statement brings its node along.
    private readonly LinkedList<PreparedStatement> _order = new();
    private readonly Dictionary<string, PreparedStatement> _byText = [];
    private PreparedStatement?[] _bySlot = [];
    private bool[] _isOffWire = [];
    private int _lease = 1;
    private int _variants;
    private int _usesUntilAttempt;
    private int _runningSlot;
    private long _started;

    /// <summary>Whether anything outlives the lease that it was prepared in.</summary>
    public bool Keeps => most > 0;

    public bool IsFull => Keeps && _order.Count >= most;

    public int Count => _order.Count;

    /// <summary>How often each text was used, where texts are prepared by themselves; else null.</summary>
    public UseCounts? Uses { get; } = automaticAfter > 0 && most > 0 ? new(automaticAfter) : null;

    /// <summary>The one to make room for another.</summary>
    public PreparedStatement? Oldest => _order.Last?.Value;

    /// <summary>
    /// The statement kept for hand-written commands of that text whose parameters have the types of these, or that was not executed
    /// yet; <paramref name="known"/> is what it was the last time.
    /// </summary>
    public PreparedStatement? Find(PreparedStatement? known, string sql, MySqlParameterCollection parameters)
    {
        if (known is not null && ReferenceEquals(known.Home, this) && (known.Types is null || ParameterTypes.Are(known.Types, parameters)))
            return known;

        PreparedStatement? unused = null;
        for (PreparedStatement? kept = First(sql); kept is not null; kept = kept.Variant)
        {
            if (kept.Types is null)
                unused = kept;
            else if (ParameterTypes.Are(kept.Types, parameters))
                return kept;
        }

        return unused;
    }

    /// <summary>A statement kept for hand-written commands of that text that was asked for since the lease began.</summary>
    public PreparedStatement? FindAskedFor(string sql)
    {
        PreparedStatement? kept = First(sql);
        while (kept is not null && kept.AskedInLease != _lease)
            kept = kept.Variant;

        return kept;
    }

    /// <summary>A command of that text was asked to be prepared; whether it is, for parameters of any type.</summary>
    public bool TryAskFor(string sql)
    {
        PreparedStatement? first = First(sql);
        for (PreparedStatement? kept = first; kept is not null; kept = kept.Variant)
            UseAsAsked(kept);

        return first is not null;
    }

    /// <summary>How often that text is kept.</summary>
    public int CountVariants(string sql)
    {
        int count = 0;
        for (PreparedStatement? kept = First(sql); kept is not null; kept = kept.Variant)
            count++;

        return count;
    }

    /// <summary>The statement of that slot, used now.</summary>
    public PreparedStatement? Use(int slot)
    {
        PreparedStatement? statement = slot < _bySlot.Length ? _bySlot[slot] : null;
        if (statement is { Home: not null })
            Use(statement);

        return statement;
    }

    public void Use(PreparedStatement statement)
    {
        if (_order.First == statement.Node)
            return;

        _order.Remove(statement.Node);
        _order.AddFirst(statement.Node);
    }

    /// <summary>Uses a statement for a command that was asked to be prepared.</summary>
    public void UseAsAsked(PreparedStatement statement)
    {
        statement.AskedInLease = _lease;
        Use(statement);
    }

    /// <summary>
    /// A text to prepare hand-written commands under. The driver finds prepared statements by their text, and would run any command
    /// of the same text as that statement: no such command begins with this comment.
    /// </summary>
    public string TextFor(string sql) => First(sql) is null
        ? $"/*[Prepared]*/ {sql}"
        : string.Create(CultureInfo.InvariantCulture, $"/*[Prepared:{++_variants}]*/ {sql}");

    /// <summary>Takes in what was just prepared for hand-written commands.</summary>
    public PreparedStatement Add(string sql, string text)
    {
        var statement = new PreparedStatement(text) { Sql = sql, Home = this, Variant = First(sql) };
        _byText[sql] = statement;
        _order.AddFirst(statement.Node);
        return statement;
    }

    /// <summary>Takes in what was just prepared for a generated statement.</summary>
    /// <param name="slot">Where it is kept.</param>
    /// <param name="text">What the driver knows it by.</param>
    /// <param name="wire">The statement, where it was prepared past the driver.</param>
    public void Add(int slot, string text, WireStatement? wire = null)
    {
        var statement = new PreparedStatement(text) { Slot = slot, Home = this, Wire = wire };
        Put(statement);
        _order.AddFirst(statement.Node);
    }

    /// <summary>Remembers that a generated statement is not to be prepared, so that its command is kept alone.</summary>
    public void AddUnprepared(int slot, string text) => Put(new PreparedStatement(text) { Slot = slot });

    /// <summary>Whether the statement of that slot may be tried past the driver.</summary>
    public bool MayUseWire(int slot) => (uint)slot >= (uint)_isOffWire.Length || !_isOffWire[slot];

    /// <summary>The statement of that slot is none for the wire, on this physical connection.</summary>
    public void KeepOffWire(int slot)
    {
        if (slot >= _isOffWire.Length)
            Array.Resize(ref _isOffWire, Math.Max(slot + 1, _isOffWire.Length * 2));

        _isOffWire[slot] = true;
    }

    /// <summary>The command of the generated statement that runs, or whose rows are read; null while there is none.</summary>
    public MySqlCommand? Running { get; private set; }

    /// <summary>Whether the running command is the one kept in its slot: it has worked before.</summary>
    public bool HasWorked => Running is not null && (uint)_runningSlot < (uint)_bySlot.Length && ReferenceEquals(_bySlot[_runningSlot]?.Command, Running);

    /// <summary>A generated statement is about to be executed.</summary>
    /// <param name="slot">Where its command is kept; negative where it is not.</param>
    /// <param name="command">What it is executed as.</param>
    /// <param name="now">The clock's timestamp.</param>
    public void Begin(int slot, MySqlCommand command, long now) => (_runningSlot, Running, _started) = (slot, command, now);

    /// <summary>The running command has worked; it is kept where its statement is.</summary>
    public void NoteWorked()
    {
        if (Running is not null && (uint)_runningSlot < (uint)_bySlot.Length && _bySlot[_runningSlot] is { Command: null } statement && statement.Text == Running.CommandText)
            statement.Command = Running;
    }

    /// <summary>
    /// A command is done with, and its rows are. The driver's request to stop one whose time was up may still be on its way, and
    /// knows what it is for by the command: nobody else is to run that one. Its statement stays prepared, and gets another.
    /// </summary>
    /// <param name="command">The driver's command, or something else that ran; null for nothing.</param>
    /// <param name="time">The clock.</param>
    public void End(object? command, TimeProvider time)
    {
        if (Running is not { } running || !ReferenceEquals(command, running))
            return;

        bool wasAskedToStop = running.CommandTimeout > 0
            && time.GetElapsedTime(_started) >= TimeSpan.FromSeconds(running.CommandTimeout) - TimerAccuracy;
        if (wasAskedToStop && HasWorked)
            _bySlot[_runningSlot]!.Command = null;

        Running = null;
    }

    /// <summary>Keeps it no longer; closing it on the server is the caller's.</summary>
    public void Remove(PreparedStatement statement)
    {
        _order.Remove(statement.Node);
        if (statement.Sql is { } sql)
            RemoveVariant(statement, sql);
        else
            _bySlot[statement.Slot] = null;

        Release(statement);
    }

    /// <summary>The server had no room for another statement, even after one of this session's was closed.</summary>
    public void NoteNoRoom() => _usesUntilAttempt = UsesBetweenAttempts;

    /// <summary>Whether a statement may be prepared that nobody asks for; not at each use where the server had no room lately.</summary>
    public bool MayAttempt()
    {
        if (_usesUntilAttempt > 0)
            _usesUntilAttempt--;

        return _usesUntilAttempt == 0;
    }

    /// <summary>What was asked for in the lease that ends is not taken for the next one's.</summary>
    public void EndLease() => _lease++;

    /// <summary>Forgets them all: their physical connection is gone, or was reset.</summary>
    public void Clear()
    {
        while (Oldest is { } statement)
        {
            _order.Remove(statement.Node);
            Release(statement);
        }

        _byText.Clear();
        foreach (PreparedStatement? unprepared in _bySlot)
            unprepared?.Command?.Dispose();

        Array.Clear(_bySlot);
        Array.Clear(_isOffWire);
        _usesUntilAttempt = 0;
    }

    private PreparedStatement? First(string sql) => _byText.GetValueOrDefault(sql);

    private void RemoveVariant(PreparedStatement statement, string sql)
    {
        PreparedStatement first = _byText[sql];
        if (!ReferenceEquals(first, statement))
        {
            while (!ReferenceEquals(first.Variant, statement))
                first = first.Variant!;

            first.Variant = statement.Variant;
        }
        else if (statement.Variant is { } next)
        {
            _byText[sql] = next;
        }
        else
        {
            _byText.Remove(sql);
            Uses?.Forget(sql);
        }
    }

    private void Put(PreparedStatement statement)
    {
        if (statement.Slot >= _bySlot.Length)
            Array.Resize(ref _bySlot, Math.Max(statement.Slot + 1, _bySlot.Length * 2));

        _bySlot[statement.Slot] = statement;
    }

    private static void Release(PreparedStatement statement)
    {
        statement.Home = null;
        statement.Variant = null;
        statement.Command?.Dispose();
        statement.Command = null;
    }
}
