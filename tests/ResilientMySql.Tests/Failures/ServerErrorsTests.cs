using MySqlConnector;
using ResilientMySql.Failures;

namespace ResilientMySql.Tests.Failures;

public sealed class ServerErrorsTests
{
    [Fact]
    public void Rows_AreInOrderAndEachHasAMeaningAndAReason()
    {
        Assert.Equal(ServerErrors.Rows.Select(static row => row.Number).Order(), ServerErrors.Rows.Select(static row => row.Number));
        Assert.All(ServerErrors.Rows, static row => Assert.NotEqual(ServerErrorMeaning.None, row.Meaning));
        Assert.All(ServerErrors.Rows, static row => Assert.EndsWith(".", row.Reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1053, ServerErrorMeaning.EndsSession)]
    [InlineData(1927, ServerErrorMeaning.EndsSession)]
    [InlineData(4031, ServerErrorMeaning.EndsSession)]
    [InlineData(1290, ServerErrorMeaning.RetiresSession)]
    [InlineData(1836, ServerErrorMeaning.RetiresSession)]
    [InlineData(1047, ServerErrorMeaning.RetiresSession)]
    [InlineData(3101, ServerErrorMeaning.RetiresSession)]
    [InlineData(3101, ServerErrorMeaning.RollsBackTransaction)]
    [InlineData(1213, ServerErrorMeaning.RollsBackTransaction)]
    [InlineData(1205, ServerErrorMeaning.MayEndTransaction)]
    [InlineData(1040, ServerErrorMeaning.MayOpenLater)]
    public void Code_HasItsMeaning(int code, object meaning) =>
        Assert.True(ServerErrors.MeaningOf((MySqlErrorCode)code).HasFlag((ServerErrorMeaning)meaning));

    [Theory]
    [InlineData(MySqlErrorCode.DuplicateKeyEntry)]
    [InlineData(MySqlErrorCode.ParseError)]
    [InlineData(MySqlErrorCode.AccessDenied)]
    [InlineData(MySqlErrorCode.CannotExecuteInReadOnlyTransaction)]
    public void AnyOtherCode_MeansJustThatTheStatementFailed(MySqlErrorCode code) =>
        Assert.Equal(ServerErrorMeaning.None, ServerErrors.MeaningOf(code));
}
