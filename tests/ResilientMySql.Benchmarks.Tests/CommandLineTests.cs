using ResilientMySql.TestServers;

namespace ResilientMySql.Benchmarks.Tests;

/// <summary>What <c>./bench</c> understands.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public void Nothing_IsBothServersInFull()
    {
        Assert.True(CommandLine.TryParse([], out BenchmarkOptions? options, out _));
        Assert.Null(options.NamedEngines);
        Assert.Equal([ServerEngine.MariaDb, ServerEngine.MySql], options.Engines);
        Assert.Equal((false, false, null, null), (options.IsQuick, options.Asserts, options.Rounds, options.Output));
    }

    [Fact]
    public void Everything_IsTaken()
    {
        string[] arguments = ["--quick", "--server", "mysql", "--assert", "--rounds", "3", "--output", "elsewhere"];

        Assert.True(CommandLine.TryParse(arguments, out BenchmarkOptions? options, out _));
        Assert.Equal([ServerEngine.MySql], options.Engines);
        Assert.Equal((true, true, 3, "elsewhere"), (options.IsQuick, options.Asserts, options.Rounds, options.Output));
    }

    [Theory]
    [InlineData("--fast", "", "--fast : unknown option")]
    [InlineData("--server", "oracle", "--server oracle: mariadb, mysql or both")]
    [InlineData("--rounds", "0", "--rounds 0: a whole number above 0")]
    [InlineData("--output", "", "--output : a directory")]
    public void WhatItCannotUnderstand_ItSays(string name, string value, string expected)
    {
        Assert.False(CommandLine.TryParse([name, value], out _, out string? complaint));
        Assert.Equal(expected, complaint);
    }
}
