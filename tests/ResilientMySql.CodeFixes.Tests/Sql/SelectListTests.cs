using ResilientMySql.CodeFixes.Sql;

namespace ResilientMySql.CodeFixes.Tests.Sql;

public sealed class SelectListTests
{
    [Theory]
    [InlineData("SELECT a", "a")]
    [InlineData("select a, `b c`, d.e, f.g.`h`", "a", "b c", "e", "h")]
    [InlineData("SELECT a AS x, COUNT(*) AS n, 1 AS `one`", "x", "n", "one")]
    [InlineData("SELECT a x, b.c y, COUNT(*) n", "x", "y", "n")]
    [InlineData("SELECT UPPER(a), 1, 'x', a + b, NULL, CASE WHEN a THEN b END", null, null, null, null, "NULL", null)]
    [InlineData("SELECT IF(a, b, c) d, (SELECT x, y FROM z) e", "d", "e")]
    [InlineData("SELECT DISTINCT SQL_NO_CACHE a FROM t WHERE b, c", "a")]
    [InlineData("SELECT a /* , b */, c -- , d\n FROM t", "a", "c")]
    [InlineData("SELECT a; SELECT b", "a")]
    [InlineData("SELECT (a) END", new string?[] { null })]
    public void Columns_AreNamed(string sql, params string?[] names) =>
        Assert.Equal(names, SelectList.Parse(sql)!.Select(item => item.Name));

    [Theory]
    [InlineData("SELECT * FROM t", "*")]
    [InlineData("SELECT a, t.* FROM t", "t.*")]
    [InlineData("SELECT sakila.city.*", "sakila.city.*")]
    [InlineData("SELECT COUNT(*), a * b, 2 * `c`")]
    public void Stars_AreFound(string sql, params string[] stars) =>
        Assert.Equal(stars, SelectList.Parse(sql)!.Where(item => item.IsStar).Select(item => sql[item.Start..item.End]));

    [Theory]
    [InlineData("")]
    [InlineData("WITH c AS (SELECT 1) SELECT * FROM c")]
    [InlineData("(SELECT 1)")]
    [InlineData("UPDATE t SET a = 1")]
    public void OtherStatements_HaveNone(string sql) => Assert.Null(SelectList.Parse(sql));
}
