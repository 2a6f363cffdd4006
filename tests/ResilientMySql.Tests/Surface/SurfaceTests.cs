namespace ResilientMySql.Tests.Surface;

/// <summary>
/// Drop-in, held to the referenced version of the driver: each public member of its types is on ours with the same signature, or
/// is a row of docs/differences.md.
/// </summary>
public sealed class SurfaceTests
{
    private const string Heading = "Not there";

    private static readonly (string Member, string Gap)[] Gaps = [.. DriverTypes.Mirrored.SelectMany(TypeSurface.GapsOf)];

    [Fact]
    public void EveryMember_IsThereOrSaidNotToBe()
    {
        string[] unsaid = [.. Gaps.ExceptBy(DifferencesPage.MembersUnder(Heading), static gap => gap.Member).Select(static gap => $"{gap.Member}: {gap.Gap}")];

        Assert.True(unsaid.Length == 0, $"Gaps that docs/differences.md does not list under '{Heading}':\n{string.Join('\n', unsaid)}");
    }

    [Fact]
    public void EveryRow_IsStillNeeded()
    {
        string[] needless = [.. DifferencesPage.MembersUnder(Heading).Except(Gaps.Select(static gap => gap.Member))];

        Assert.True(needless.Length == 0, $"docs/differences.md says under '{Heading}' what is there now:\n{string.Join('\n', needless)}");
    }

    [Fact]
    public void NoMember_IsListedTwice() =>
        Assert.Empty(DifferencesPage.MembersUnder(Heading).GroupBy(static member => member).Where(static rows => rows.Count() > 1).Select(static rows => rows.Key));

    /// <summary>A type that is listed as kept and gone from the driver, or that has a counterpart after all, is listed by mistake.</summary>
    [Fact]
    public void KeptTypes_AreTheDriversAndHaveNoCounterpart()
    {
        foreach (string name in DriverTypes.Kept)
        {
            Assert.NotNull(DriverTypes.Driver.GetType("MySqlConnector." + name));
            if (name == nameof(MySqlConnector.MySqlException))
                continue; // ResilientMySqlException says what the driver's cannot, beside it

            Assert.Null(typeof(ResilientMySqlConnection).Assembly.GetType("ResilientMySql." + DriverTypes.OurName(name)));
        }
    }
}
