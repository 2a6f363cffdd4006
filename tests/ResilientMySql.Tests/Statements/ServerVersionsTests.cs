using ResilientMySql.Statements;

namespace ResilientMySql.Tests.Statements;

public sealed class ServerVersionsTests
{
    [Theory]
    [InlineData("9.7.4-2", ServerDialects.MySql9)]
    [InlineData("9.0.1", ServerDialects.MySql9)]
    [InlineData("10.11.19-MariaDB-0+deb12u1", ServerDialects.MariaDb1011)]
    [InlineData("5.5.5-10.11.6-MariaDB", ServerDialects.MariaDb1011)]
    [InlineData("11.4.2-MariaDB-log", ServerDialects.MariaDb1011)]
    [InlineData("11.8.2-MariaDB", ServerDialects.MariaDb118)]
    [InlineData("12.1.1-MariaDB", ServerDialects.MariaDb118)]
    [InlineData("10.6.18-MariaDB", ServerDialects.Any)]
    [InlineData("8.4.0", ServerDialects.Any)]
    [InlineData("10.0.0", ServerDialects.Any)]
    [InlineData("unknown", ServerDialects.Any)]
    [InlineData("", ServerDialects.Any)]
    public void Version_TellsTheDialect(string version, object dialects) =>
        Assert.Equal((ServerDialects)dialects, ServerVersions.DialectOf(version));
}
