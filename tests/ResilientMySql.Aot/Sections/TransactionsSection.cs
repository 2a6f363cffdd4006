using System.Transactions;

namespace ResilientMySql.Aot.Sections;

/// <summary>Transactions of the connection and of System.Transactions.</summary>
internal sealed class TransactionsSection : ISection
{
    public string Name => "transactions";

    public async Task RunAsync(Report report, string connectionString)
    {
        await using var dataSource = new ResilientMySqlDataSource(connectionString);
        await using ResilientMySqlConnection connection = await dataSource.OpenConnectionAsync();
        await using (ResilientMySqlTransaction transaction = await connection.BeginTransactionAsync())
        {
            Rename(connection, transaction, "Londinium");
            await transaction.SaveAsync("before");
            Rename(connection, transaction, "Lundenwic");
            await transaction.RollbackAsync("before");
            await transaction.CommitAsync();
        }

        report.Equal("committed up to the savepoint", "Londinium", NameOf(connection));
        using (ResilientMySqlTransaction transaction = connection.BeginTransaction())
        {
            Rename(connection, transaction, "Lundenwic");
            transaction.Rollback();
        }

        report.Equal("rolled back", "Londinium", NameOf(connection));
        RenameInScope(dataSource, "Lundenwic", completes: false);
        report.Equal("a scope that is given up", "Londinium", NameOf(connection));
        RenameInScope(dataSource, "London", completes: true);
        report.Equal("a scope that completes", "London", NameOf(connection));
    }

    private static void RenameInScope(ResilientMySqlDataSource dataSource, string name, bool completes)
    {
        using var scope = new TransactionScope();
        using (ResilientMySqlConnection connection = dataSource.OpenConnection())
            Rename(connection, null, name);

        if (completes)
            scope.Complete();
    }

    private static void Rename(ResilientMySqlConnection connection, ResilientMySqlTransaction? transaction, string name)
    {
        using ResilientMySqlCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "UPDATE city SET city = @name WHERE city_id = 312";
        command.Parameters.AddWithValue("@name", name);
        command.ExecuteNonQuery();
    }

    private static string NameOf(ResilientMySqlConnection connection)
    {
        using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = "SELECT city FROM city WHERE city_id = 312";
        return (string)command.ExecuteScalar()!;
    }
}
