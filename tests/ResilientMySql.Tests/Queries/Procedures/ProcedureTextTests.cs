using ResilientMySql.Queries;
using ResilientMySql.Queries.Procedures;
using static ResilientMySql.Queries.ProcedureArgument;

namespace ResilientMySql.Tests.Queries.Procedures;

/// <summary>One text calls a procedure and asks for what it gives.</summary>
public sealed class ProcedureTextTests
{
    [Fact]
    public void OutArguments_AreVariablesInCommentsThatServersRun() => Assert.Equal(
        "CALL film_in_stock(?, ?, /*!@`resilient2`*/); SELECT /*!@`resilient2`*/ AS `resilient out`",
        ProcedureText.For("film_in_stock", [In, In, Out]));

    [Fact]
    public void InOutArguments_AreSetBefore() => Assert.Equal(
        "SET /*!@`resilient1` =*/ ?, /*!@`resilient3` =*/ ?; CALL `a`.`b`(?, /*!@`resilient1`*/, /*!@`resilient2`*/, /*!@`resilient3`*/); "
        + "SELECT /*!@`resilient1`*/ AS `resilient out`, /*!@`resilient2`*/, /*!@`resilient3`*/",
        ProcedureText.For("`a`.`b`", [In, InOut, Out, InOut]));

    [Theory]
    [InlineData(Out | Date, "CAST(@`resilient0` AS DATE)")]
    [InlineData(Out | Time, "CAST(@`resilient0` AS TIME(6))")]
    [InlineData(InOut | ProcedureArgument.DateTime, "CAST(@`resilient0` AS DATETIME(6))")]
    public void DatesAndTimes_AreReadAsSuch(ProcedureArgument argument, string expression) =>
        Assert.EndsWith($"SELECT /*!{expression}*/ AS `resilient out`", ProcedureText.For("p", [argument]), StringComparison.Ordinal);

    [Fact]
    public void TwoTypesAtOnce_AreAMistake() => Assert.Throws<ArgumentException>(() => ProcedureText.For("p", [Out | Date | Time]));
}
