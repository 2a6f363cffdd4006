using System.Collections;
using System.Collections.ObjectModel;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using MySqlConnector;
using ResilientMySql.Execution;
using ResilientMySql.Io;
using ResilientMySql.Sessions;

namespace ResilientMySql;

/// <summary>Reads the rows of a statement.</summary>
/// <remarks>
/// <para>A result set is never restarted silently: when the session dies while it is read, <see cref="Read"/> throws a
/// <see cref="ResilientMySqlException"/>, and the rows read so far are right.</para>
/// <para>A reader ends with its connection's lease. Until then, a closed reader may be the very object that the connection's next
/// command returns, as with the driver: do not keep it.</para>
/// </remarks>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "Named as every ADO.NET reader is.")]
[SuppressMessage("Design", "CA1010:Generic interface should also be implemented", Justification = "The base class decides.")]
public sealed class ResilientMySqlDataReader : DbDataReader, IDbColumnSchemaGenerator
{
    private readonly ResilientMySqlConnection _connection;
    private readonly ResultCursor _cursor;
    private bool _closesConnection;

    internal ResilientMySqlDataReader(ResilientMySqlConnection connection)
    {
        _connection = connection;
        _cursor = new ResultCursor(connection);
    }

    /// <inheritdoc/>
    public override int Depth => Rows.Depth;

    /// <inheritdoc/>
    public override int FieldCount => Rows.FieldCount;

    /// <inheritdoc/>
    public override int VisibleFieldCount => Rows.VisibleFieldCount;

    /// <inheritdoc/>
    public override bool HasRows => Rows.HasRows;

    /// <inheritdoc/>
    public override bool IsClosed => _cursor.IsClosed;

    /// <summary>The number of rows that the statements so far have changed; −1 where none of them changes rows.</summary>
    public override int RecordsAffected => _cursor.RecordsAffected;

    internal ResilientMySqlConnection Connection => _connection;

    /// <inheritdoc cref="ResultCursor.Statement"/>
    internal object? Statement => _cursor.Statement;

    /// <inheritdoc cref="OpenRows.Turn"/>
    internal int Turn => _cursor.Turn;

    /// <summary>The driver's reader, while the result set is open.</summary>
    internal MySqlDataReader Rows => _cursor.Rows;

    /// <inheritdoc/>
    public override object this[int ordinal] => Rows[ordinal];

    /// <inheritdoc/>
    public override object this[string name] => Rows[name];

    /// <inheritdoc/>
    public override bool Read() => _cursor.Read();

    /// <inheritdoc/>
    public override Task<bool> ReadAsync(CancellationToken cancellationToken) => _cursor.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public override bool NextResult() => _cursor.NextResult();

    /// <inheritdoc/>
    public override Task<bool> NextResultAsync(CancellationToken cancellationToken) => _cursor.NextResultAsync(cancellationToken);

    /// <summary>Reads what is left, so that the connection can go on.</summary>
    public override void Close() => CloseAsync<SyncIo>().Unwrap();

    /// <inheritdoc cref="Close"/>
    public override Task CloseAsync() => CloseAsync<AsyncIo>().AsTask();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await CloseAsync<AsyncIo>().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override bool GetBoolean(int ordinal) => Rows.GetBoolean(ordinal);

    /// <inheritdoc cref="GetBoolean(int)"/>
    public bool GetBoolean(string name) => Rows.GetBoolean(name);

    /// <inheritdoc/>
    public override byte GetByte(int ordinal) => Rows.GetByte(ordinal);

    /// <inheritdoc cref="GetByte(int)"/>
    public byte GetByte(string name) => Rows.GetByte(name);

    /// <inheritdoc/>
    public override char GetChar(int ordinal) => Rows.GetChar(ordinal);

    /// <inheritdoc cref="GetChar(int)"/>
    public char GetChar(string name) => Rows.GetChar(name);

    /// <inheritdoc/>
    public override DateTime GetDateTime(int ordinal) => Rows.GetDateTime(ordinal);

    /// <inheritdoc cref="GetDateTime(int)"/>
    public DateTime GetDateTime(string name) => Rows.GetDateTime(name);

    /// <inheritdoc/>
    public override decimal GetDecimal(int ordinal) => Rows.GetDecimal(ordinal);

    /// <inheritdoc cref="GetDecimal(int)"/>
    public decimal GetDecimal(string name) => Rows.GetDecimal(name);

    /// <inheritdoc/>
    public override double GetDouble(int ordinal) => Rows.GetDouble(ordinal);

    /// <inheritdoc cref="GetDouble(int)"/>
    public double GetDouble(string name) => Rows.GetDouble(name);

    /// <inheritdoc/>
    public override float GetFloat(int ordinal) => Rows.GetFloat(ordinal);

    /// <inheritdoc cref="GetFloat(int)"/>
    public float GetFloat(string name) => Rows.GetFloat(name);

    /// <inheritdoc/>
    public override Guid GetGuid(int ordinal) => Rows.GetGuid(ordinal);

    /// <inheritdoc cref="GetGuid(int)"/>
    public Guid GetGuid(string name) => Rows.GetGuid(name);

    /// <inheritdoc/>
    public override short GetInt16(int ordinal) => Rows.GetInt16(ordinal);

    /// <inheritdoc cref="GetInt16(int)"/>
    public short GetInt16(string name) => Rows.GetInt16(name);

    /// <inheritdoc/>
    public override int GetInt32(int ordinal) => Rows.GetInt32(ordinal);

    /// <inheritdoc cref="GetInt32(int)"/>
    public int GetInt32(string name) => Rows.GetInt32(name);

    /// <inheritdoc/>
    public override long GetInt64(int ordinal) => Rows.GetInt64(ordinal);

    /// <inheritdoc cref="GetInt64(int)"/>
    public long GetInt64(string name) => Rows.GetInt64(name);

    /// <inheritdoc/>
    public override string GetString(int ordinal) => Rows.GetString(ordinal);

    /// <inheritdoc cref="GetString(int)"/>
    public string GetString(string name) => Rows.GetString(name);

    /// <inheritdoc/>
    public override Stream GetStream(int ordinal) => Rows.GetStream(ordinal);

    /// <inheritdoc cref="GetStream(int)"/>
    public Stream GetStream(string name) => Rows.GetStream(name);

    /// <inheritdoc/>
    public override TextReader GetTextReader(int ordinal) => Rows.GetTextReader(ordinal);

    /// <inheritdoc cref="GetTextReader(int)"/>
    public TextReader GetTextReader(string name) => Rows.GetTextReader(name);

    /// <summary>The value of a column as a signed byte.</summary>
    public sbyte GetSByte(int ordinal) => Rows.GetSByte(ordinal);

    /// <inheritdoc cref="GetSByte(int)"/>
    public sbyte GetSByte(string name) => Rows.GetSByte(name);

    /// <summary>The value of a column as an unsigned 16-bit number.</summary>
    public ushort GetUInt16(int ordinal) => Rows.GetUInt16(ordinal);

    /// <inheritdoc cref="GetUInt16(int)"/>
    public ushort GetUInt16(string name) => Rows.GetUInt16(name);

    /// <summary>The value of a column as an unsigned 32-bit number.</summary>
    public uint GetUInt32(int ordinal) => Rows.GetUInt32(ordinal);

    /// <inheritdoc cref="GetUInt32(int)"/>
    public uint GetUInt32(string name) => Rows.GetUInt32(name);

    /// <summary>The value of a column as an unsigned 64-bit number.</summary>
    public ulong GetUInt64(int ordinal) => Rows.GetUInt64(ordinal);

    /// <inheritdoc cref="GetUInt64(int)"/>
    public ulong GetUInt64(string name) => Rows.GetUInt64(name);

    /// <summary>The date in a DATE, DATETIME or TIMESTAMP column.</summary>
    public DateOnly GetDateOnly(int ordinal) => Rows.GetDateOnly(ordinal);

    /// <inheritdoc cref="GetDateOnly(int)"/>
    public DateOnly GetDateOnly(string name) => Rows.GetDateOnly(name);

    /// <summary>The time of day in a TIME column; outside of 0 to 24 hours it throws.</summary>
    public TimeOnly GetTimeOnly(int ordinal) => Rows.GetTimeOnly(ordinal);

    /// <inheritdoc cref="GetTimeOnly(int)"/>
    public TimeOnly GetTimeOnly(string name) => Rows.GetTimeOnly(name);

    /// <summary>The duration in a TIME column, −838:59:59 to 838:59:59.</summary>
    public TimeSpan GetTimeSpan(int ordinal) => Rows.GetTimeSpan(ordinal);

    /// <inheritdoc cref="GetTimeSpan(int)"/>
    public TimeSpan GetTimeSpan(string name) => Rows.GetTimeSpan(name);

    /// <summary>The value of a DATETIME or TIMESTAMP column, taken for UTC unless Date Time Kind says Local.</summary>
    public DateTimeOffset GetDateTimeOffset(int ordinal) => Rows.GetDateTimeOffset(ordinal);

    /// <inheritdoc cref="GetDateTimeOffset(int)"/>
    public DateTimeOffset GetDateTimeOffset(string name) => Rows.GetDateTimeOffset(name);

    /// <summary>The value of a DATE, DATETIME or TIMESTAMP column, zero dates included.</summary>
    public MySqlDateTime GetMySqlDateTime(int ordinal) => Rows.GetMySqlDateTime(ordinal);

    /// <inheritdoc cref="GetMySqlDateTime(int)"/>
    public MySqlDateTime GetMySqlDateTime(string name) => Rows.GetMySqlDateTime(name);

    /// <summary>The value of a DECIMAL column, of up to 65 digits.</summary>
    public MySqlDecimal GetMySqlDecimal(int ordinal) => Rows.GetMySqlDecimal(ordinal);

    /// <inheritdoc cref="GetMySqlDecimal(int)"/>
    public MySqlDecimal GetMySqlDecimal(string name) => Rows.GetMySqlDecimal(name);

    /// <summary>The value of a spatial column.</summary>
    public MySqlGeometry GetMySqlGeometry(int ordinal) => Rows.GetMySqlGeometry(ordinal);

    /// <inheritdoc cref="GetMySqlGeometry(int)"/>
    public MySqlGeometry GetMySqlGeometry(string name) => Rows.GetMySqlGeometry(name);

    /// <inheritdoc/>
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        Rows.GetBytes(ordinal, dataOffset, buffer, bufferOffset, length);

    /// <inheritdoc cref="GetBytes(int, long, byte[], int, int)"/>
    public long GetBytes(string name, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        Rows.GetBytes(name, dataOffset, buffer, bufferOffset, length);

    /// <inheritdoc/>
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        Rows.GetChars(ordinal, dataOffset, buffer, bufferOffset, length);

    /// <inheritdoc/>
    public override object GetValue(int ordinal) => Rows.GetValue(ordinal);

    /// <inheritdoc/>
    public override int GetValues(object[] values) => Rows.GetValues(values);

    /// <inheritdoc/>
    public override T GetFieldValue<T>(int ordinal) => Rows.GetFieldValue<T>(ordinal);

    /// <inheritdoc/>
    public override bool IsDBNull(int ordinal) => Rows.IsDBNull(ordinal);

    /// <inheritdoc/>
    public override string GetName(int ordinal) => Rows.GetName(ordinal);

    /// <inheritdoc/>
    public override int GetOrdinal(string name) => Rows.GetOrdinal(name);

    /// <inheritdoc/>
    public override string GetDataTypeName(int ordinal) => Rows.GetDataTypeName(ordinal);

    /// <inheritdoc/>
    [UnconditionalSuppressMessage("Trimming", "IL2073", Justification = "The driver returns types of the base library only.")]
    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties)]
    public override Type GetFieldType(int ordinal) => Rows.GetFieldType(ordinal);

    /// <inheritdoc cref="GetFieldType(int)"/>
    public Type GetFieldType(string name) => Rows.GetFieldType(name);

    /// <inheritdoc/>
    public override DataTable? GetSchemaTable() => IsClosed ? null : Rows.GetSchemaTable();

    /// <inheritdoc/>
    public override Task<DataTable?> GetSchemaTableAsync(CancellationToken cancellationToken = default) =>
        IsClosed ? Task.FromResult<DataTable?>(null) : Rows.GetSchemaTableAsync(cancellationToken);

    /// <inheritdoc/>
    public ReadOnlyCollection<DbColumn> GetColumnSchema() => IsClosed ? ReadOnlyCollection<DbColumn>.Empty : Rows.GetColumnSchema();

    /// <inheritdoc/>
    public override Task<ReadOnlyCollection<DbColumn>> GetColumnSchemaAsync(CancellationToken cancellationToken = default) =>
        IsClosed ? Task.FromResult(ReadOnlyCollection<DbColumn>.Empty) : Rows.GetColumnSchemaAsync(cancellationToken);

    /// <inheritdoc/>
    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    /// <summary>A statement has been executed, and its rows are to be read.</summary>
    internal void Start<TStatement>(MySqlDataReader rows, Session session, TStatement statement, CommandBehavior behavior)
        where TStatement : struct, IRunningStatement
    {
        _closesConnection = (behavior & CommandBehavior.CloseConnection) != 0;
        _cursor.Start(rows, session, statement, behavior);
    }

    internal async ValueTask CloseAsync<TIo>()
        where TIo : struct, IDriverIo
    {
        if (IsClosed)
            return;

        _connection.Reader = null;
        try
        {
            await _cursor.CloseAsync<TIo>().ConfigureAwait(false);
        }
        finally
        {
            if (_closesConnection)
                await _connection.CloseAsync<TIo>().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    protected override DbDataReader GetDbDataReader(int ordinal) => throw new NotSupportedException("MySQL has no nested result sets.");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Close();

        base.Dispose(disposing);
    }
}
