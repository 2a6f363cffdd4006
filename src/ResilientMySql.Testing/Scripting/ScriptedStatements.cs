using System.Text;
using ResilientMySql.Testing.Protocol;

namespace ResilientMySql.Testing.Scripting;

/// <summary>The prepared statements of one scripted session.</summary>
internal sealed class ScriptedStatements
{
    private readonly PreparedTexts _texts = new();
    private uint _lastId;

    /// <summary>The SQL that a request is about; forgets statements that it closes.</summary>
    public string? FindText(ServerCommand command, byte[] payload)
    {
        switch (command)
        {
            case ServerCommand.Query or ServerCommand.Prepare:
                return Encoding.UTF8.GetString(payload.AsSpan(1));
            case ServerCommand.Execute or ServerCommand.SendLongData or ServerCommand.ResetStatement:
                return _texts.Find(payload);
            case ServerCommand.CloseStatement:
                string? closed = _texts.Find(payload);
                _texts.NoteClosed(payload);
                return closed;
            case ServerCommand.ResetConnection or ServerCommand.ChangeUser:
                _texts.Clear();
                return null;
            default:
                return null;
        }
    }

    /// <summary>Gives a statement its id. MySQL Internals, "COM_STMT_PREPARE Response".</summary>
    public Reply Prepare(string sql, IReadOnlyList<string> columns, Capabilities capabilities)
    {
        _texts.NotePrepared(++_lastId, sql);
        int parameterCount = CountPlaceholders(sql);
        List<ReadOnlyMemory<byte>> payloads =
        [
            new PayloadWriter().Byte(0x00).UInt32(_lastId).UInt16((ushort)columns.Count).UInt16((ushort)parameterCount).Byte(0).UInt16(0).Payload,
        ];
        AddDefinitions(payloads, Enumerable.Repeat("?", parameterCount), capabilities);
        AddDefinitions(payloads, columns, capabilities);
        return new PayloadReply(payloads);
    }

    private static void AddDefinitions(List<ReadOnlyMemory<byte>> payloads, IEnumerable<string> names, Capabilities capabilities)
    {
        int before = payloads.Count;
        payloads.AddRange(names.Select(static name => RowValue.Column(name, RowValue.TypeOf(null))));
        if (payloads.Count > before && (capabilities & Capabilities.DeprecateEof) == 0)
            payloads.Add(ServerPackets.Eof());
    }

    private static int CountPlaceholders(string sql)
    {
        int count = 0;
        char quote = '\0';
        foreach (char character in sql)
        {
            if (quote != '\0')
                quote = character == quote ? '\0' : quote;
            else if (character is '\'' or '"' or '`')
                quote = character;
            else if (character is '?')
                count++;
        }

        return count;
    }
}
