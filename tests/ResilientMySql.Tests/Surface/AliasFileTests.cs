using System.Reflection;

namespace ResilientMySql.Tests.Surface;

/// <summary>docs/swap/ResilientMySql.Aliases.cs, by which code for the driver means ours, has a line for each counterpart.</summary>
public sealed class AliasFileTests
{
    [Fact]
    public void EveryCounterpart_HasItsLine()
    {
        string documentation = typeof(AliasFileTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static metadata => metadata.Key == "Documentation").Value!;
        string[] lines = File.ReadAllLines(Path.Combine(documentation, "swap", "ResilientMySql.Aliases.cs"));

        Assert.Equal(
            DriverTypes.Mirrored
                .Where(static type => !(type.IsAbstract && type.IsSealed)) // extension methods are found by their own names
                .Select(static type => $"global using {type.Name} = ResilientMySql.{DriverTypes.OurName(type.Name)};")
                .Order(StringComparer.Ordinal),
            lines.Where(static line => line.StartsWith("global using MySql", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }
}
