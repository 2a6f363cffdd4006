using MySqlConnector;
using ResilientMySql.Sessions;

namespace ResilientMySql.Tests.Sessions;

/// <summary>Options that change what packets or values look like keep sessions on the driver's path.</summary>
public sealed class WireFitnessTests
{
    [Theory]
    [InlineData("Use Compression=true", "Use Compression")]
    [InlineData("Ignore Prepare=true", "Ignore Prepare")]
    [InlineData("Allow Zero DateTime=true", "Allow Zero DateTime")]
    [InlineData("Convert Zero DateTime=true", "Convert Zero DateTime")]
    [InlineData("DateTimeKind=Utc", "DateTimeKind")]
    [InlineData("DateTimeKind=Local", "DateTimeKind")]
    [InlineData("Treat Tiny As Boolean=false", "Treat Tiny As Boolean")]
    public void OptionWithAnotherMeaning_IsNamed(string option, string name) =>
        Assert.Contains(name, WireFitness.FindObstacle(new MySqlConnectionStringBuilder(option)), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("Guid Format=Binary16")]
    [InlineData("Old Guids=true")]
    [InlineData("Use Affected Rows=true")]
    [InlineData("SSL Mode=Required")]
    public void OtherOptions_AreNoObstacle(string options) =>
        Assert.Null(WireFitness.FindObstacle(new MySqlConnectionStringBuilder(options)));
}
