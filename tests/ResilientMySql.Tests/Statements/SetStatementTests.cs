using ResilientMySql.Statements;

namespace ResilientMySql.Tests.Statements;

public sealed class SetStatementTests
{
    [Theory]
    [InlineData("SET sql_mode = ''", "sql_mode")]
    [InlineData("SET SESSION Sql_Mode = '', @@session.time_zone = 'UTC', @V = 1", "sql_mode,time_zone,@v")]
    [InlineData("SET NAMES latin1", "names")]
    [InlineData("SET SESSION TRANSACTION READ ONLY", "transaction")]
    [InlineData("/* why */ SET ROLE NONE;", "role")]
    public void Key_NamesWhatIsSet(string sql, string key) => Assert.Equal(key, SetStatement.KeyOf(sql));
}
