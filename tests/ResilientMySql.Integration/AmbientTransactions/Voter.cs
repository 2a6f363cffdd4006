using System.Transactions;

namespace ResilientMySql.Integration.AmbientTransactions;

/// <summary>Another library that takes part in a transaction.</summary>
internal sealed class Voter(bool agrees) : IEnlistmentNotification
{
    public bool Agrees => agrees;

    public bool HasCommitted { get; private set; }

    public void Prepare(PreparingEnlistment preparingEnlistment)
    {
        if (agrees)
            preparingEnlistment.Prepared();
        else
            preparingEnlistment.ForceRollback();
    }

    public void Commit(Enlistment enlistment)
    {
        HasCommitted = true;
        enlistment.Done();
    }

    public void Rollback(Enlistment enlistment) => enlistment.Done();

    public void InDoubt(Enlistment enlistment) => enlistment.Done();
}
