using ResilientMySql.Chaos.Subjects;
using ResilientMySql.TestServers;

namespace ResilientMySql.Chaos.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Nothing_IsAMinuteOfTheLibraryOnBothServers()
    {
        Assert.True(CommandLine.TryParse([], out ChaosOptions? options, out _));

        Assert.Equal(TimeSpan.FromMinutes(1), options.Duration);
        Assert.Equal(Enum.GetValues<ServerEngine>(), options.Engines);
        Assert.Equal(SubjectName.Resilient, options.Subject);
        Assert.Equal(["Auto", "Off"], options.Wires.Select(static wire => wire.ToString()));
        Assert.False(options.Compares);
        Assert.False(options.StopsAtFirstViolation);
    }

    [Fact]
    public void EveryOption_IsTaken()
    {
        string[] arguments = ["--minutes", "0.5", "--seed", "42", "--engine", "mysql", "--subject", "naive-retry", "--wire", "off", "--compare"];

        Assert.True(CommandLine.TryParse(arguments, out ChaosOptions? options, out _));

        Assert.Equal(TimeSpan.FromSeconds(30), options.Duration);
        Assert.Equal(42, options.Seed);
        Assert.Equal([ServerEngine.MySql], options.Engines);
        Assert.Equal(SubjectName.NaiveRetry, options.Subject);
        Assert.Equal("Off", Assert.Single(options.Wires).ToString());
        Assert.True(options.Compares);
    }

    [Theory]
    [InlineData("--minute")]
    [InlineData("5")]
    [InlineData("--minutes")]
    [InlineData("--minutes", "0")]
    [InlineData("--minutes", "-1")]
    [InlineData("--minutes", "many")]
    [InlineData("--minutes", "NaN")]
    [InlineData("--minutes", "1e9")]
    [InlineData("--seed", "-1")]
    [InlineData("--seed", "1.5")]
    [InlineData("--engine", "oracle")]
    [InlineData("--subject", "Resilient")]
    [InlineData("--wire", "on")]
    public void Nonsense_IsNamed(params string[] arguments)
    {
        Assert.False(CommandLine.TryParse(arguments, out _, out string? complaint));
        Assert.Contains(arguments[^1], complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resilient")]
    [InlineData("mysqlconnector")]
    [InlineData("naive-retry")]
    [InlineData("no-probe")]
    [InlineData("replays-writes")]
    public void EverySubject_HasItsName(string name)
    {
        Assert.True(CommandLine.TryParse(["--subject", name], out ChaosOptions? options, out _));
        Assert.Equal(name, CommandLine.NameOf(options.Subject));
        Assert.Equal(options.Subject, Subject.Named(options.Subject).Name);
    }
}
