namespace ResilientMySql.Wire;

/// <summary>
/// The requests about prepared statements that have no arguments, each complete in the buffer when it returns. Source: MySQL
/// Internals, "Prepared Statements".
/// </summary>
internal static class Commands
{
    private const byte PrepareCode = 0x16;
    private const byte CloseCode = 0x19;
    private const byte ResetCode = 0x1A;

    /// <summary>COM_STMT_PREPARE.</summary>
    /// <param name="buffer">Where it is written.</param>
    /// <param name="commandText">The statement, with a <c>?</c> for each argument.</param>
    public static void Prepare(SendBuffer buffer, ReadOnlySpan<char> commandText)
    {
        buffer.Begin();
        buffer.WriteByte(PrepareCode);
        buffer.WriteText(commandText);
        buffer.Seal();
    }

    /// <summary>COM_STMT_CLOSE, which the server does not answer.</summary>
    /// <param name="buffer">Where it is written.</param>
    /// <param name="statementId">The server's number for the statement.</param>
    public static void Close(SendBuffer buffer, uint statementId) => WriteWithId(buffer, CloseCode, statementId);

    /// <summary>COM_STMT_RESET, which closes a cursor and forgets long data.</summary>
    /// <param name="buffer">Where it is written.</param>
    /// <param name="statementId">The server's number for the statement.</param>
    public static void Reset(SendBuffer buffer, uint statementId) => WriteWithId(buffer, ResetCode, statementId);

    private static void WriteWithId(SendBuffer buffer, byte code, uint statementId)
    {
        buffer.Begin();
        buffer.WriteByte(code);
        buffer.WriteUInt32(statementId);
        buffer.Seal();
    }
}
