using System.Data;
using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using MySqlConnector;
using ResilientMySql.Chaos.Faults;
using ResilientMySql.Chaos.Ledger;
using ResilientMySql.Chaos.Subjects;

namespace ResilientMySql.Chaos.Workers;

/// <summary>Does one kind of work again and again, in plain ADO.NET where it is not overridden, and takes down what it was told of it.</summary>
internal abstract class Worker(Site site, WorkerTraits traits, Random random)
{
    private readonly DbDataSource _source = site.SourceOf(traits);
    private DbConnection? _kept;
    private DbCommand? _prepared;
    private volatile string _doing = "nothing yet";

    public WorkerTraits Traits => traits;

    /// <summary>Its last statement, for whoever asks why it does not end.</summary>
    public string Doing => _doing;

    protected Site Site => site;

    protected Random Random => random;

    protected CallMode Mode => traits.Mode;

    /// <summary>What it does, in one word.</summary>
    protected abstract string Trade { get; }

    protected string Tag { get; } = WorkerTag.Of(traits.Number);

    /// <summary>When the unit of work under way was begun, or the part of it on which its outcome hangs.</summary>
    protected long Since { get; set; }

    /// <summary>Whether the unit of work has got as far as a connection.</summary>
    protected bool HasStarted { get; private set; }

    public async Task RunAsync(CancellationToken stopping)
    {
        _kept = traits.Lifetime is Lifetime.WholeRun ? _source.CreateConnection() : null;
        while (!stopping.IsCancellationRequested)
        {
            await StepAsync();
            await Mode.PauseAsync(NextPause(), stopping);
        }

        _doing = "closing";
        if (_kept is not null)
            await QuietlyAsync(() => Mode.DisposeAsync(_kept));
        _doing = "ended";
    }

    /// <summary>One unit of work.</summary>
    protected abstract Task StepAsync();

    /// <summary>The connection that is kept has been opened anew, because it had to be.</summary>
    protected virtual void NoteReopened()
    {
    }

    /// <summary>Long enough now and then for a connection that is kept to die meanwhile.</summary>
    protected virtual TimeSpan NextPause() => traits.Lifetime is Lifetime.WholeRun && random.Next(3) == 0
        ? TimeSpan.FromMilliseconds(200 + random.Next(1400))
        : TimeSpan.FromMilliseconds(2 + random.Next(40));

    /// <summary>Does a unit of work as the subject's users do; returns what it failed with in the end.</summary>
    protected async Task<Exception?> AttemptAsync(Func<DbConnection, Task> unit)
    {
        (Since, HasStarted) = (Stopwatch.GetTimestamp(), false);
        for (var attempt = 1; ; attempt++)
        {
            DbConnection connection = _kept ?? _source.CreateConnection();
            Exception? failure = await TryAsync(connection, unit, attempt);
            if (_kept is null)
                await QuietlyAsync(() => Mode.DisposeAsync(connection));
            if (failure is null || !site.Subject.TriesAgain(failure, attempt))
                return failure;

            await QuietlyAsync(() => Mode.CloseAsync(connection));
        }
    }

    protected DbCommand CreateCommand(DbConnection connection, string sql, DbTransaction? transaction = null)
    {
        _doing = sql;
        DbCommand command = connection.CreateCommand();
        command.CommandText = $"{sql} {Tag}";
        command.Transaction = transaction;
        return command;
    }

    /// <summary>Runs a statement with one parameter; prepared, and kept so, where that is the worker's way.</summary>
    protected async Task ExecuteAsync(DbConnection connection, string sql, long id)
    {
        DbCommand command = _prepared ?? CreateCommand(connection, sql);
        try
        {
            _doing = sql;
            command.Parameters.Clear();
            command.Parameters.Add(new MySqlParameter("@id", id));
            if (traits.IsPrepared && _prepared is null)
                await Mode.PrepareAsync(command);
            _prepared = traits.IsPrepared && _kept is not null ? command : null;
            await Mode.ExecuteAsync(command);
        }
        finally
        {
            if (_prepared is null)
                await Mode.DisposeAsync(command);
        }
    }

    /// <summary>Takes down what a write came to.</summary>
    protected void NoteWrite(WriteKind kind, long id, Exception? failure)
    {
        Reading? reading = failure is null ? null : Note(failure);
        var record = new WriteRecord(
            kind, id, traits.Number, OutcomeOf(reading), Since, Stopwatch.GetTimestamp(), site.Requests.HasMetTimeout(traits.Number, Since))
        {
            Reason = failure is null ? null : Describe(failure),
        };
        site.Ledger.Add(record);
        if (record.Outcome is WriteOutcome.Unknown && site.Subject.MakesPromises && !site.Strikes.Reaches(record))
        {
            Violate(ViolationKind.UnexplainedUnknown,
                $"{kind} {id}: nothing struck in its {Stopwatch.GetElapsedTime(record.From, record.Until).TotalMilliseconds:F0} ms, {record.Reason}");
        }
    }

    /// <summary>Takes down a read that failed, or a setting; it is excused where the server was away for longer than anybody promised, or where it was struck again when it ran once more.</summary>
    protected void NoteFailed(ViolationKind kind, Exception failure)
    {
        Reading reading = Note(failure);
        if (reading is Reading.Unexpected)
            return;

        long now = Stopwatch.GetTimestamp();
        if (site.Outages.Excuse(Since, now))
            site.Work.NoteFailure(Trade, "excused: the server was away for too long");
        else if (reading is Reading.MayHaveRun && site.Strikes.StrikeTwice(traits.Number, Since, now, site.Requests.HasMetTimeout(traits.Number, Since)))
            site.Work.NoteFailure(Trade, "excused: struck twice");
        else
            Violate(kind, $"{_doing}, after {Stopwatch.GetElapsedTime(Since, now).TotalMilliseconds:F0} ms: {Describe(failure)}");
    }

    protected Reading Note(Exception failure)
    {
        Reading reading = HasStarted ? site.Subject.Read(failure) : Reading.DidNotRun;
        string number = failure is MySqlException { Number: var code } ? $" {code}" : "";
        site.Work.NoteFailure(Trade, HasStarted ? reading + (reading is Reading.Answered ? number : "") : "no connection");
        if (reading is Reading.Unexpected)
            Violate(ViolationKind.UnexpectedError, $"{_doing}: {Describe(failure)}");
        return reading;
    }

    /// <summary>Takes down what a generated statement said of its rows, and which way it went.</summary>
    protected void NoteWritten(int affectedRows, ResilientMySqlConnection connection)
    {
        if (affectedRows != 1)
            Violate(ViolationKind.WrongRead, $"{affectedRows} rows were said to be touched, not 1");
        NoteWay(connection);
    }

    /// <summary>Takes down which way a generated statement went that has just succeeded.</summary>
    protected void NoteWay(ResilientMySqlConnection connection) =>
        site.Work.NoteGenerated(connection.LiveSession is { Wire.Counts.Past: > 0 } ? WireMode.Auto : WireMode.Off);

    protected void NoteDone() => site.Work.NoteDone(Trade);

    protected void Violate(ViolationKind kind, string detail) => site.Violations.Add(
        kind, $"worker {traits.Number} ({Trade}, {traits}): {detail}");

    protected static string Describe(Exception failure)
    {
        string inner = failure.InnerException is { } cause ? $" <- {cause.GetType().Name}: {cause.Message}" : "";
        return $"{failure.GetType().Name}: {failure.Message}{inner}";
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "What is thrown is what the soak is about.")]
    private async Task<Exception?> TryAsync(DbConnection connection, Func<DbConnection, Task> unit, int attempt)
    {
        try
        {
            if (connection.State is not ConnectionState.Open)
                await OpenAsync(connection, attempt);
            HasStarted = true;
            await unit(connection);
            return null;
        }
        catch (Exception exception)
        {
            await ForgetPreparedAsync();
            return exception;
        }
    }

    private async Task OpenAsync(DbConnection connection, int attempt)
    {
        _doing = "open";
        if (connection.State is not ConnectionState.Closed)
            await Mode.CloseAsync(connection);
        await Mode.OpenAsync(connection);

        // What a retry wrapper does inside, the code around it does not learn.
        if (attempt == 1)
            NoteReopened();
    }

    private async Task ForgetPreparedAsync()
    {
        if (_prepared is { } command)
            await QuietlyAsync(() => Mode.DisposeAsync(command));
        _prepared = null;
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The same.")]
    private async Task QuietlyAsync(Func<Task> end)
    {
        try
        {
            await end();
        }
        catch (Exception exception)
        {
            if (site.Subject.MakesPromises)
                Violate(ViolationKind.UnexpectedError, $"disposing after {_doing}: {Describe(exception)}");
        }
    }

    private static WriteOutcome OutcomeOf(Reading? reading) => reading switch
    {
        null or Reading.Ran => WriteOutcome.Acknowledged,
        Reading.DidNotRun or Reading.TransactionLost or Reading.Answered => WriteOutcome.NotExecuted,
        Reading.MayHaveRun or Reading.CommitUnknown or Reading.ResultSetLost or Reading.Unexpected => WriteOutcome.Unknown,
        _ => throw new UnreachableException(),
    };
}
