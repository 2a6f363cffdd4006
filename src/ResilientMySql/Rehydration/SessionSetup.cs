using MySqlConnector;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Rehydration;

/// <summary>Runs Session Init Sql on a session that was just opened or reset.</summary>
internal static class SessionSetup
{
    private static readonly LexicalMode[] OtherModes =
        [LexicalMode.NoBackslashEscapes, LexicalMode.AnsiQuotes, LexicalMode.NoBackslashEscapes | LexicalMode.AnsiQuotes];

    public static async ValueTask RunAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        string sql = session.Pool.Settings.InitSql;
        if (sql.Length == 0)
            return;

        using var command = new MySqlCommand(sql, session.Driver);
        await TIo.ExecuteNonQueryAsync(command).ConfigureAwait(false);
    }

    /// <summary>Only what touches nothing but the session: it runs again whenever a session is opened.</summary>
    /// <exception cref="ArgumentException">A statement does more than that, or is not understood.</exception>
    public static void Verify(string sql)
    {
        // Cut otherwise, by another sql_mode, a list may have other statements in it than the ones that are looked at.
        if (StatementList.MayBeSeveral(sql) && !Array.TrueForAll(OtherModes, mode => LexicalReading.IsSameAsDefault(sql, mode)))
            throw Refusal(sql);

        var cursor = new TokenCursor(sql);
        while (!cursor.AtEnd)
        {
            int start = cursor.Start;
            while (!cursor.AtStatementEnd)
                cursor.MoveNext();

            Verify(cursor.Since(start));
            if (!cursor.AtEnd)
                cursor.MoveNext();
        }
    }

    private static void Verify(ReadOnlySpan<char> statement)
    {
        // What commits by the way and leaves something on its session are locks of tables.
        bool touchesOnlyItsSession = StatementClassifier.Classify(statement) is
        {
            Kind: StatementKind.Empty or StatementKind.Read or StatementKind.UseSchema or StatementKind.SetSession
                or StatementKind.AutocommitOff or StatementKind.AutocommitOn or StatementKind.Pin,
            Commits: false,
        };
        if (!touchesOnlyItsSession)
            throw Refusal(statement.ToString());
    }

    private static ArgumentException Refusal(string statement) => new(
        $"Connection string: 'Session Init Sql' has a statement that may do more than set up its session, or is not understood: {StatementText.WithoutValues(statement)}. Use SET, USE, DO and SELECT.");
}
