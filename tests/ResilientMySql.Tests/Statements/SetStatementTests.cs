using ResilientMySql.Statements;

namespace ResilientMySql.Tests.Statements;

public sealed class SetStatementTests
{
    [Theory]
    [InlineData("SET sql_mode = ''", "sql_mode")]
    [InlineData("SET SESSION Sql_Mode = '', @@session.time_zone = 'UTC', @V = 1", "sql_mode,time_zone,@v")]
    [InlineData("SET NAMES latin1", "names")]
    [InlineData("SET SESSION TRANSACTION READ ONLY", "transaction_read_only")]
    [InlineData("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE", "transaction_isolation,transaction_read_only")]
    [InlineData("SET tx_isolation = 'SERIALIZABLE'", "transaction_isolation")]
    [InlineData("; SET @v = 1", "@v")]
    [InlineData("SET optimizer_switch = 'mrr=off'", "optimizer_switch='mrr=off'")]
    [InlineData("SET @@SESSION.optimizer_switch='mrr=on,mrr_cost_based=off'", "optimizer_switch='mrr=on,mrr_cost_based=off'")]
    [InlineData("/* why */ SET ROLE NONE;", "role")]
    public void Key_NamesWhatIsSet(string sql, string key) => Assert.Equal(key, SetStatement.KeyOf(sql));

    [Theory]
    [InlineData("SET SESSION lock_wait_timeout = 1010", "1010")]
    [InlineData("SET SESSION lock_wait_timeout = 1010 /* why */", "1010")]
    [InlineData("SET SESSION lock_wait_timeout = 1010 -- why", "1010")]
    [InlineData("SET SESSION lock_wait_timeout = 1010 # why\n;", "1010")]
    [InlineData("SET time_zone = '+01:00' /* why */, @v = 1", "'+01:00',1")]
    public void Value_IsWithoutComments(string sql, string values) =>
        Assert.Equal(values, string.Join(',', SetStatement.TargetsOf(sql).Select(static target => target.Value.Trim())));
}
