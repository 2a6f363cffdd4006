using MySqlConnector;
using ResilientMySql.Calls;
using ResilientMySql.Io;
using ResilientMySql.Sessions;
using ResilientMySql.Statements;

namespace ResilientMySql.Queries.ResultSets;

/// <summary>Runs a generated statement and reads all of its result sets, so that all of it may be repeated.</summary>
internal readonly struct ResultSetsCall<TStatement, TSets, TResult>(in TStatement statement, int timeout) : ICall<TResult>
    where TStatement : struct, IStatement
    where TSets : struct, IResultSets<TResult>
{
    private readonly TStatement _statement = statement;
    private readonly QueryText _text = QueryTexts<TStatement>.For(statement);

    public StatementEffects EffectsOn(ServerDialects dialect) => QueryTexts<TStatement>.EffectsOn(dialect);

    public string Text => TStatement.CommandText;

    public TimeSpan Timeout => timeout == 0 ? System.Threading.Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(timeout);

    public bool LeavesReaderOpen => false;

    public async ValueTask<TResult> ExecuteAsync<TIo>(Session session, CallBudget? budget)
        where TIo : struct, IDriverIo
    {
        MySqlCommand command = await PreparedQuery.BindAsync<TIo, TStatement>(session, _text, _statement, timeout, budget).ConfigureAwait(false);
        session.Watch.Runs(command);
        try
        {
            MySqlDataReader reader = await TIo.ExecuteReaderAsync(command, default).ConfigureAwait(false);
            TResult result;
            try
            {
                bool isNew = !session.Statements.HasWorked(_text.Slot, command);
                result = await ReadAsync<TIo>(reader, isNew).ConfigureAwait(false);
                if (isNew)
                    session.Statements.NoteWorked(_text.Slot, command);
            }
            catch
            {
                await QuietClosing.CloseAsync<TIo>(reader).ConfigureAwait(false);
                throw;
            }

            await TIo.CloseReaderAsync(reader).ConfigureAwait(false);
            return result;
        }
        finally
        {
            PreparedQuery.NoteEnded(session, _text, command);
        }
    }

    public bool TryRollBackWithoutServer(out TResult result)
    {
        result = default!;
        return false;
    }

    private async ValueTask<TResult> ReadAsync<TIo>(MySqlDataReader reader, bool isNew)
        where TIo : struct, IDriverIo
    {
        var sets = default(TSets);
        int count = 0;

        // Statements without a result set the driver skips, unless there is nothing else.
        bool hasSet = reader.FieldCount > 0;
        while (hasSet)
        {
            if (count < TSets.Count)
            {
                if (isNew)
                    ColumnCheck.Verify(reader, TSets.MembersOf(count), Text);
                else
                    ColumnCheck.VerifyCount(reader, TSets.MembersOf(count), Text);

                while (await TIo.ReadAsync(reader).ConfigureAwait(false) && Add(ref sets, count, reader))
                {
                }
            }

            count++;
            hasSet = await TIo.NextResultAsync(reader).ConfigureAwait(false);
        }

        return count == TSets.Count ? sets.Complete() : throw new InvalidOperationException(
            $"The statement returned {count} result sets, and the method takes {TSets.Count}: {Text}");
    }

    private static bool Add(ref TSets sets, int set, MySqlDataReader reader)
    {
        var row = new DriverRow(reader);
        try
        {
            return sets.Add(set, ref row);
        }
        catch (Exception exception) when (row.IsReading)
        {
            throw row.Explain(exception, TSets.MembersOf(set));
        }
    }
}
