using System.Data.Common;

namespace ResilientMySql.Chaos.Workers.Generated;

/// <summary>The same with generated statements in the transaction.</summary>
internal sealed class GeneratedTransferWorker(Site site, WorkerTraits traits, Random random) : TransferWorker(site, traits, random)
{
    protected override async Task BookAsync(DbTransaction transaction, int account, int change)
    {
        var generated = (ResilientMySqlTransaction)transaction;
        NoteWritten(Mode is CallMode.Sync ? generated.Book(change, account) : await generated.BookAsync(change, account), generated.Connection!);
    }

    protected override async Task NoteAsync(DbTransaction transaction, long id, int source, int target, int amount)
    {
        var generated = (ResilientMySqlTransaction)transaction;
        NoteWritten(
            Mode is CallMode.Sync ? generated.Note(id, source, target, amount) : await generated.NoteAsync(id, source, target, amount),
            generated.Connection!);
    }
}
