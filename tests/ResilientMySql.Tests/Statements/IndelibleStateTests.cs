using ResilientMySql.Statements;

namespace ResilientMySql.Tests.Statements;

public sealed class IndelibleStateTests
{
    [Theory]
    [InlineData("SET ROLE r")]
    [InlineData("set\trole/**/none")]
    [InlineData("PREPARE st FROM 'SET ROLE r'")]
    [InlineData("SET @s = 'set role r'")]
    [InlineData("/*!80000 SET ROLE r */")]
    [InlineData("XA START 'x'")]
    [InlineData("SELECT 1; xa prepare 'x'")]
    [InlineData("SET RESOURCE GROUP g")]
    [InlineData("SET profiling = 1")]
    [InlineData("SET @@session.profiling=1, @v = 1")]
    [InlineData("SET `profiling` = 1")]
    [InlineData("SET SESSION optimizer_trace='enabled=on'")]
    [InlineData("SET @payroller = 1, @role = 2")]
    public void NamedAnywhere_IsFound(string sql) => Assert.True(IndelibleState.IsNamedIn(sql));

    [Theory]
    [InlineData("")]
    [InlineData("SET NAMES utf8mb4")]
    [InlineData("SET @role_id = 1, @payrole = 2, @max = 3")]
    [InlineData("CALL set_role()")]
    [InlineData("SET optimizer_trace_max_mem_size = 1")]
    public void PartsOfOtherNames_AreNot(string sql) => Assert.False(IndelibleState.IsNamedIn(sql));
}
