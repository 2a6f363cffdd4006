using System.Data;
using System.Globalization;
using MySqlConnector;
using ResilientMySql.Driver;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Rehydration;

/// <summary>Asks a new session which server it is on. One round trip, once for each physical connection.</summary>
internal static class ServerIdentities
{
    private static readonly string[] OfMySql = Queries("@@transaction_isolation", "@@server_uuid");
    private static readonly string[] OfMariaDb = Queries("@@tx_isolation", "@@server_uid");

    public static async ValueTask<ServerIdentity> ReadAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        bool isMariaDb = ServerVersions.IsMariaDb(session.ServerVersion);
        string[] queries = isMariaDb ? OfMariaDb : OfMySql;
        for (int i = 0; ; i++)
        {
            try
            {
                return await ReadAsync<TIo>(session, queries[i], isMariaDb).ConfigureAwait(false);
            }
            catch (MySqlException refusal) when (IsUnknown(refusal.ErrorCode) && i < queries.Length - 1)
            {
                // The next one asks for less.
            }
        }
    }

    private static bool IsUnknown(MySqlErrorCode code) =>
        code is MySqlErrorCode.UnknownSystemVariable or MySqlErrorCode.StoredProcedureDoesNotExist or MySqlErrorCode.ParseError;

    /// <summary>Each asks for less than the one before, for servers that are older, or only speak the protocol.</summary>
    private static string[] Queries(string isolation, string id) =>
    [
        $"SELECT @@autocommit, @@sql_mode, @@time_zone, {isolation}, @@global.read_only, @@innodb_read_only, {id}, DATABASE(), CURRENT_ROLE(), @@global.init_connect",
        $"SELECT @@autocommit, @@sql_mode, @@time_zone, {isolation}, @@global.read_only, @@innodb_read_only, '', DATABASE(), CURRENT_ROLE(), @@global.init_connect",
        $"SELECT @@autocommit, @@sql_mode, @@time_zone, {isolation}, @@global.read_only, @@innodb_read_only, '', DATABASE(), NULL, @@global.init_connect",
        "SELECT @@autocommit, @@sql_mode, @@time_zone, NULL, 0, 0, '', DATABASE(), NULL, ''",
        "SELECT @@autocommit, NULL, NULL, NULL, 0, 0, '', DATABASE(), NULL, ''",
    ];

    private static async ValueTask<ServerIdentity> ReadAsync<TIo>(Session session, string query, bool isMariaDb)
        where TIo : struct, IDriverIo
    {
        using var command = new MySqlCommand(query, session.Driver);
        MySqlDataReader reader = await TIo.ExecuteReaderAsync(command, CommandBehavior.Default).ConfigureAwait(false);
        try
        {
            await TIo.ReadAsync(reader).ConfigureAwait(false);
            var defaults = new SessionDefaults(ReadBack.TextOf(reader, 1), ReadBack.TextOf(reader, 2), ReadBack.TextOf(reader, 3), IsOn(reader, 0) ? "1" : "0");
            return new ServerIdentity(
                ReadBack.TextOf(reader, 6) ?? "", session.ServerVersion, isMariaDb, IsOn(reader, 4) || IsOn(reader, 5), SessionEncryption.IsOn(session.Driver), defaults,
                ReadBack.TextOf(reader, 7), ReadBack.TextOf(reader, 8), ReadBack.TextOf(reader, 9) is { Length: > 0 });
        }
        finally
        {
            await TIo.CloseReaderAsync(reader).ConfigureAwait(false);
        }
    }

    /// <summary>A switch is a number or, behind some versions and proxies, a word.</summary>
    private static bool IsOn(MySqlDataReader reader, int ordinal) => ReadBack.TextOf(reader, ordinal) is not ("0" or "OFF" or "False");
}
