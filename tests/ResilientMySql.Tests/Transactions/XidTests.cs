using System.Transactions;
using ResilientMySql.Transactions;

namespace ResilientMySql.Tests.Transactions;

/// <summary>Names of branches, which the server allows 64 bytes for each of two parts.</summary>
public sealed class XidTests
{
    [Fact]
    public void Branches_ShareTheTransactionAndNothingElse()
    {
        using var first = new CommittableTransaction();
        using var second = new CommittableTransaction();
        var transactions = new[] { new AmbientTransaction(first), new AmbientTransaction(second), new AmbientTransaction(first) };

        string[] names = [.. transactions.SelectMany(static transaction => new[] { transaction.NextXid().ToString(), transaction.NextXid().ToString() })];

        Assert.Equal(6, names.Distinct().Count());
        Assert.Equal(3, names.Select(static name => name.Split(',')[0]).Distinct().Count());
        Assert.All(names, static name => Assert.Matches("^'ResilientMySql-[0-9a-f]{32}','[0-9]+'$", name));
    }
}
