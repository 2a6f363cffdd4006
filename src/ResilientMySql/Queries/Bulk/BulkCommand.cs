using MySqlConnector;
using ResilientMySql.Failures;
using ResilientMySql.Sessions;

namespace ResilientMySql.Queries.Bulk;

/// <summary>The driver's command for one chunk after another, with parameters that serve them all.</summary>
internal sealed class BulkCommand<TBulk>(in TBulk bulk) : IDisposable
    where TBulk : struct, IBulkStatement
{
    private readonly MySqlCommand _command = new();
    private readonly TBulk _bulk = bulk;
    private int _rows;

    /// <summary>Makes it the statement of a chunk.</summary>
    /// <param name="session">Where it is to run.</param>
    /// <param name="chunk">The rows.</param>
    /// <param name="timeout">In seconds; 0 for no limit.</param>
    public MySqlCommand Bind(Session session, BulkChunk chunk, int timeout)
    {
        _command.Connection = session.Driver;
        _command.Transaction = session.DriverTransaction;
        _command.CommandTimeout = timeout;
        if (_rows != chunk.Count)
        {
            _command.CommandText = BulkTexts<TBulk>.Of(chunk.Count);
            _rows = chunk.Count;
        }

        try
        {
            Bind(chunk);
        }
        catch (Exception exception) when (CallersOwnException.IsNeededFor(exception))
        {
            throw new CallersOwnException(exception);
        }

        return _command;
    }

    private void Bind(BulkChunk chunk)
    {
        TBulk bulk = _bulk;
        var sink = new DriverParameterSink(_command.Parameters);
        bulk.BindHead(ref sink);
        for (int row = chunk.First; row < chunk.First + chunk.Count; row++)
            bulk.BindRow(row, ref sink);

        bulk.BindTail(ref sink);
    }

    public void Dispose() => _command.Dispose();
}
