using System.Globalization;

namespace ResilientMySql.Transactions;

/// <summary>The name of a branch of a distributed transaction on its server, which must be like no other one's, ever.</summary>
/// <param name="transaction">The same for all branches of a transaction; made of the time, which sorts them, and of chance.</param>
/// <param name="branch">A number of its own for each branch.</param>
internal sealed class Xid(Guid transaction, int branch)
{
    /// <summary>As <c>XA</c> statements have it: <c>'global id','branch'</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"'ResilientMySql-{transaction:N}','{branch}'");
}
