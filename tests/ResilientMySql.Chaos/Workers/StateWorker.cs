using System.Data.Common;
using System.Globalization;
using ResilientMySql.Chaos.Ledger;

namespace ResilientMySql.Chaos.Workers;

/// <summary>Sets up session state of its own, looks at it again and again, and sees that nobody's is left on a session it is given.</summary>
internal sealed class StateWorker(Site site, WorkerTraits traits, Random random) : Worker(site, traits, random)
{
    private const string OtherDatabase = "information_schema";

    private bool _isSetUp;
    private int _looksLeft;

    protected override string Trade => "state";

    private string Mine => $"worker-{Traits.Number}|{1000 + Traits.Number}|{OtherDatabase}";

    private string Neutral => $"nothing|{Schema.LockWaitTimeout}|{Site.Database}";

    protected override async Task StepAsync()
    {
        if (!_isSetUp)
            await SetUpAsync();
        else if (_looksLeft-- > 0)
            await LookAsync(Mine, ViolationKind.StateLost);
        else
            await StartAfreshAsync();
    }

    protected override void NoteReopened() => _isSetUp = false;

    protected override TimeSpan NextPause() =>
        TimeSpan.FromMilliseconds(Random.Next(6) == 0 ? 200 + Random.Next(1200) : 2 + Random.Next(40));

    private async Task SetUpAsync()
    {
        Func<DbConnection, Task>[] settings =
        [
            connection => RunAsync(connection, $"SET @tag = 'worker-{Traits.Number}'"),
            connection => RunAsync(connection, $"SET SESSION lock_wait_timeout = {1000 + Traits.Number}"),
            connection => Mode.ChangeDatabaseAsync(connection, OtherDatabase),
        ];
        for (var i = 0; i < settings.Length; i++)
        {
            _isSetUp = true; // unless the connection turns out to need opening
            if (await AttemptAsync(settings[i]) is { } failure)
            {
                _isSetUp = false;
                NoteFailed(ViolationKind.StateRefused, failure);
                return;
            }

            // Opening it for the first one is as it should be; for a later one, the earlier ones are gone.
            if (!_isSetUp && i > 0)
                return;
        }

        _isSetUp = true;
        _looksLeft = 10 + Random.Next(30);
        NoteDone();
    }

    private async Task LookAsync(string expected, ViolationKind violation)
    {
        string? seen = null;
        Exception? failure = await AttemptAsync(async connection =>
        {
            // Who had to open the connection anew does not expect to find anything.
            if (_isSetUp)
                seen = await ReadAsync(connection);
        });
        if (failure is not null)
            NoteFailed(ViolationKind.FailedRead, failure);
        else if (seen is not null && seen != expected)
            Violate(violation, $"found '{seen}' where '{expected}' was expected");
        else
            NoteDone();
    }

    /// <summary>Gives the session back and takes one again, perhaps the same one.</summary>
    private async Task StartAfreshAsync()
    {
        Exception? failure = await AttemptAsync(async connection =>
        {
            await Mode.CloseAsync(connection);
            await Mode.OpenAsync(connection);
        });
        if (failure is not null)
        {
            _isSetUp = false;
            NoteFailed(ViolationKind.FailedRead, failure);
            return;
        }

        await LookAsync(Neutral, ViolationKind.StateLeaked);
        _isSetUp = false;
    }

    private async Task RunAsync(DbConnection connection, string sql)
    {
        DbCommand command = CreateCommand(connection, sql);
        try
        {
            await Mode.ExecuteAsync(command);
        }
        finally
        {
            await Mode.DisposeAsync(command);
        }
    }

    private async Task<string?> ReadAsync(DbConnection connection)
    {
        DbCommand command = CreateCommand(
            connection, "SELECT CAST(CONCAT(COALESCE(@tag, 'nothing'), '|', @@session.lock_wait_timeout, '|', COALESCE(DATABASE(), 'nothing')) AS CHAR)");
        try
        {
            return Convert.ToString(await Mode.ScalarAsync(command), CultureInfo.InvariantCulture);
        }
        finally
        {
            await Mode.DisposeAsync(command);
        }
    }
}
