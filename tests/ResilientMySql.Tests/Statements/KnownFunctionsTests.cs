using ResilientMySql.Statements;

namespace ResilientMySql.Tests.Statements;

public sealed class KnownFunctionsTests
{
    [Fact]
    public void EveryName_IsFoundInAnyCase()
    {
        foreach (KnownFunction function in KnownFunctions.List())
        {
            Assert.Equal(function.Kind, KnownFunctions.Find(function.Name, function.Dialects, isAdjacent: true));
            Assert.Equal(function.Kind, KnownFunctions.Find(function.Name.ToLowerInvariant(), function.Dialects, isAdjacent: true));
            Assert.Equal(function.TakesBlank ? function.Kind : FunctionKind.Unknown, KnownFunctions.Find(function.Name, function.Dialects, isAdjacent: false));
        }
    }

    [Fact]
    public void OnOneServerOnly_IsUnknownWhereTheServerIs()
    {
        foreach (KnownFunction function in KnownFunctions.List().Where(static function => function.Dialects is not ServerDialects.Any))
            Assert.Equal(FunctionKind.Unknown, KnownFunctions.Find(function.Name, ServerDialects.Any, isAdjacent: true));
    }

    /// <summary>Letters that some cultures fold to ASCII make other names for a server.</summary>
    [Theory]
    [InlineData("\u017Fum")]
    [InlineData("l\u0131ke")]
    [InlineData("\u212Aey")]
    [InlineData("\uFF33UM")]
    [InlineData("")]
    public void OtherLetters_AreNotFolded(string name) =>
        Assert.Equal(FunctionKind.Unknown, KnownFunctions.Find(name, ServerDialects.MariaDb1011, isAdjacent: true));

    [Fact]
    public void NoName_IsTwiceInTheList()
    {
        string[] names = [.. KnownFunctions.List().Select(static function => function.Name)];

        Assert.Equal(names.Distinct(), names);
        Assert.All(FunctionNames.WithoutBlank.Split(' '), name => Assert.Contains(name, names));
    }
}
