using ResilientMySql.Telemetry;

namespace ResilientMySql.Transactions;

/// <summary>Notes what a transaction has left behind where nobody can be told by an exception.</summary>
internal static class BranchLog
{
    public static void Write(Branch[] branches, Exception left)
    {
        if (branches is [Branch branch, ..])
            Log.BranchLeft(branch.Session.Pool.Reports.RehydrationLog, branch.Session.ServerThread, left.Message);
    }
}
