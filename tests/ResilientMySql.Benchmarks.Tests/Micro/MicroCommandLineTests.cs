using ResilientMySql.Microbenchmarks;
using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Tests.Micro;

/// <summary>The options of <c>./bench micro</c>.</summary>
public sealed class MicroCommandLineTests
{
    [Fact]
    public void Nothing_IsEverythingOnMySql()
    {
        MicroOptions options = Parsed();

        Assert.Equal((ServerEngine.MySql, "*", false), (options.Engine, options.Filter, options.Run.IsQuick));
    }

    [Fact]
    public void Options_AreTheOthersAndAFilter()
    {
        MicroOptions options = Parsed("--quick", "--filter", "*Lease*", "--server", "mariadb", "--rounds", "3");

        Assert.Equal((ServerEngine.MariaDb, "*Lease*", true, 3), (options.Engine, options.Filter, options.Run.IsQuick, options.Run.Rounds));
    }

    [Theory]
    [InlineData("--filter: a pattern such as *Lease*", "--quick", "--filter")]
    [InlineData("--server: one at a time, since what the library remembers of one would be there for the other", "--server", "both")]
    [InlineData("--assert: there are no aims here; ./bench overhead and ./bench lease have some for the same parts", "--assert")]
    [InlineData("--quickly : unknown option", "--quickly")]
    public void Misunderstood_IsSaid(string expected, params string[] arguments)
    {
        Assert.False(MicroCommandLine.TryParse(arguments, out _, out string? complaint));

        Assert.Equal(expected, complaint);
    }

    private static MicroOptions Parsed(params string[] arguments)
    {
        Assert.True(MicroCommandLine.TryParse(arguments, out MicroOptions? options, out _));
        return options;
    }
}
