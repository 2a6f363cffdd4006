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
    // Only the server knows whether its configuration, or init_connect, switches autocommit off.
    private const string OfMySql = "SELECT @@autocommit, @@server_uuid, @@global.read_only, @@innodb_read_only";
    private const string OfMariaDb = "SELECT @@autocommit, @@server_uid, @@global.read_only, @@innodb_read_only";
    private const string OfOthers = "SELECT @@autocommit, '', 0, 0";

    public static async ValueTask<ServerIdentity> ReadAsync<TIo>(Session session)
        where TIo : struct, IDriverIo
    {
        bool isMariaDb = ServerVersions.IsMariaDb(session.ServerVersion);
        try
        {
            return await ReadAsync<TIo>(session, isMariaDb ? OfMariaDb : OfMySql, isMariaDb).ConfigureAwait(false);
        }
        catch (MySqlException refusal) when (refusal.ErrorCode is MySqlErrorCode.UnknownSystemVariable)
        {
            // Older, or something else that speaks the protocol.
            return await ReadAsync<TIo>(session, OfOthers, isMariaDb).ConfigureAwait(false);
        }
    }

    private static async ValueTask<ServerIdentity> ReadAsync<TIo>(Session session, string query, bool isMariaDb)
        where TIo : struct, IDriverIo
    {
        using var command = new MySqlCommand(query, session.Driver);
        MySqlDataReader reader = await TIo.ExecuteReaderAsync(command, CommandBehavior.Default).ConfigureAwait(false);
        try
        {
            await TIo.ReadAsync(reader).ConfigureAwait(false);
            return new ServerIdentity(
                TextOf(reader, 1), session.ServerVersion, isMariaDb, IsOn(reader, 2) || IsOn(reader, 3),
                SessionEncryption.IsOn(session.Driver), AutocommitIsOff: !IsOn(reader, 0));
        }
        finally
        {
            await TIo.CloseReaderAsync(reader).ConfigureAwait(false);
        }
    }

    /// <summary>A switch is a number, or in newer versions of MariaDB a word.</summary>
    private static bool IsOn(MySqlDataReader reader, int ordinal) => TextOf(reader, ordinal) is not ("0" or "OFF");

    private static string TextOf(MySqlDataReader reader, int ordinal) =>
        Convert.ToString(reader.GetValue(ordinal), CultureInfo.InvariantCulture) ?? "";
}
