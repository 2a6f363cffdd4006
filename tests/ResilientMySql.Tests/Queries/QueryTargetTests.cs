using ResilientMySql.Queries;

namespace ResilientMySql.Tests.Queries;

public sealed class QueryTargetTests
{
    private const string ConnectionString = "Server=nowhere;Default Command Timeout=7";

    [Fact]
    public void Nothing_IsNoHost()
    {
        Assert.Throws<ArgumentNullException>(static () => default(QueryTarget).CommandTimeout);
        Assert.Throws<ArgumentNullException>(static () => ((QueryTarget)(ResilientMySqlDataSource)null!).Host);
        Assert.Throws<ArgumentNullException>(static () => ((QueryTarget)(ResilientMySqlConnection)null!).OpenSession());
        Assert.Throws<ArgumentNullException>(static () => ((QueryTarget)(ResilientMySqlTransaction)null!).WithTimeout(1).OpenSession());
    }

    [Fact]
    public void Timeout_IsTheConnectionStringsUnlessItIsGiven()
    {
        using var dataSource = new ResilientMySqlDataSource(ConnectionString);
        using var connection = new ResilientMySqlConnection(ConnectionString);

        Assert.Equal(7, ((QueryTarget)dataSource).CommandTimeout);
        Assert.Equal(7, ((QueryTarget)connection).CommandTimeout);
        Assert.Equal(3, ((QueryTarget)dataSource).WithTimeout(3).CommandTimeout);
        Assert.Equal(0, ((QueryTarget)connection).WithTimeout(0).CommandTimeout);
    }

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.2, 1)]
    [InlineData(1.0, 1)]
    [InlineData(1.001, 2)]
    [InlineData(1e9, 2_147_483)]
    public void Timeout_IsRoundedUpToSeconds(double seconds, int expected)
    {
        using var dataSource = new ResilientMySqlDataSource(ConnectionString);

        Assert.Equal(expected, ((QueryTarget)dataSource).WithTimeout(TimeSpan.FromSeconds(seconds)).CommandTimeout);
    }

    [Fact]
    public void InfiniteTimeout_IsNoLimitAndANegativeOneIsRefused()
    {
        using var dataSource = new ResilientMySqlDataSource(ConnectionString);
        QueryTarget target = dataSource;

        Assert.Equal(0, target.WithTimeout(Timeout.InfiniteTimeSpan).CommandTimeout);
        Assert.Equal(2_147_483, target.WithTimeout(int.MaxValue).CommandTimeout);
        Assert.Throws<ArgumentOutOfRangeException>(() => target.WithTimeout(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => target.WithTimeout(TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public void ClosedConnection_HasNoSession()
    {
        using var connection = new ResilientMySqlConnection(ConnectionString);

        Assert.Throws<InvalidOperationException>(() => ((QueryTarget)connection).OpenSession());
    }
}
