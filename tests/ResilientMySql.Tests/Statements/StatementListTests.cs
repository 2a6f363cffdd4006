using ResilientMySql.Statements;

namespace ResilientMySql.Tests.Statements;

public sealed class StatementListTests
{
    [Theory]
    [InlineData("SELECT 1")]
    [InlineData("SELECT 1;")]
    [InlineData("SELECT 1 ; ; ")]
    [InlineData("SELECT ';'")]
    [InlineData("SELECT `;` FROM t -- ; or not")]
    [InlineData("")]
    public void OneStatement_IsNoList(string sql) => Assert.False(StatementList.MayBeSeveral(sql));

    [Theory]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData(";;SELECT 1;/* x */ SELECT 2;")]
    [InlineData(@"SELECT '\'; SELECT 2")]
    [InlineData("SELECT 1 /*! ; SELECT 2 */")]
    [InlineData("SELECT 'open; SELECT 2")]
    public void WhatMayBeSeveral_IsAList(string sql) => Assert.True(StatementList.MayBeSeveral(sql));
}
