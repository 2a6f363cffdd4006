using ResilientMySql.Generators.Effects;
using ResilientMySql.Generators.Findings;

namespace ResilientMySql.Generators.Tests.Findings.Rules;

/// <summary>A parameter in a string, a quoted name or a comment is told, an address or a remark is not.</summary>
public sealed class HiddenParameterRuleTests
{
    [Theory]
    [InlineData("SELECT 1 FROM city WHERE city LIKE '%[|@city|]%'")]
    [InlineData("SELECT 1 FROM city WHERE city = \"[|@city|]\"")]
    [InlineData("SELECT 1 FROM city WHERE city = '[|@CITY|]' AND name = @city")]
    [InlineData("SELECT `[|@city|]` FROM city")]
    [InlineData("SELECT [|@`city`|] FROM city")]
    [InlineData("SELECT [|@'city'|] FROM city")]
    [InlineData("SELECT 1 /* [|@city|] */ FROM city")]
    [InlineData("SELECT 1 FROM city -- [|@city|]\n")]
    public void HiddenName_IsFound(string sql)
    {
        // What is quoted behind an @ is a parameter for the driver too, and told once.
        Expect.Found(FindingIds.HiddenParameter, sql, Expect.Query().With("city"));
    }

    [Theory]
    [InlineData("SELECT 1 FROM city WHERE city LIKE CONCAT('%', @city, '%')")]
    [InlineData("SELECT 'me@city' FROM city WHERE city = @city")]
    [InlineData("SELECT '@@city' FROM city WHERE city = @city")]
    [InlineData("SELECT 'ask @city.gov' FROM city WHERE city = @city")]
    [InlineData("SELECT '@country' FROM city WHERE city = @city")]
    [InlineData("SELECT '@' FROM city WHERE city = @city")]
    [InlineData("/* by @city */ SELECT 1 FROM city WHERE city = @city -- @city")]
    public void WhatOnlyLooksLikeAParameter_IsLeftAlone(string sql) => Expect.Silent(sql, Expect.Query().With("city"));

    [Theory]
    [InlineData("SELECT 1 /*! FROM city WHERE city = [|@city|] */")]
    [InlineData("SELECT 1 /*!50000 + [|@other|] */")]
    [InlineData("SELECT 1 /*M! + [|@city|] */")]
    [InlineData("SELECT 1 /*! + [|?|] */")]
    public void ParameterInExecutableComment_IsFound(string sql) =>
        Expect.Found(FindingIds.ParameterInExecutableComment, sql, Expect.Query().With("city"));

    [Theory]
    [InlineData("SELECT 1 /*! STRAIGHT_JOIN */")]
    [InlineData("SELECT 1 /*! + '?' */")]
    [InlineData("SELECT 1 /*! + @@session.lock_wait_timeout */")]
    [InlineData("SELECT 1 /*! + @total */")]
    public void ExecutableCommentWithoutParameter_IsLeftAlone(string sql) =>
        Expect.Silent(sql, Expect.Query() with { UserVariables = ["total"] });
}
